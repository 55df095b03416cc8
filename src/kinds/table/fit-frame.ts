/** Gives a frame with an embed the height that it asks for. */
export {};
const frames = document.querySelectorAll<HTMLIFrameElement>('.live-embed iframe');
if (frames.length) {
  addEventListener('message', ({ data, source }) => {
    for (const frame of frames) {
      if (frame.contentWindow === source && data.height) frame.height = data.height;
    }
  });
}
