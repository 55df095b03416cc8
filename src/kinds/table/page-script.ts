/** Gives each frame the height that its embed reports. */
export {};
const frames = document.querySelectorAll<HTMLIFrameElement>('.live-embed iframe');
if (frames.length) {
  addEventListener('message', ({ data, source }: MessageEvent<{ height?: number }>) => {
    for (const frame of frames) {
      if (frame.contentWindow === source && data.height) frame.height = String(data.height);
    }
  });
}
