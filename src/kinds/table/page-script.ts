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

/** The contents list is hidden, as a whole, while a wide table passes over it: see `wide-table.css`. */
const list = document.querySelector('.toc ul');
if (list) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) target.toggleAttribute('data-current', isIntersecting);
    },
    { rootMargin: `0px 0px ${list.getBoundingClientRect().bottom - innerHeight}px` },
  );
  for (const table of document.querySelectorAll('.wide-table')) observer.observe(table);
}
