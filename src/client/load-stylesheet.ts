/**
 * Applies a style sheet of something that a reader has asked for.
 * @param address what an import with `?url&no-inline` gives
 * @returns when it applies, or has failed to come
 */
export function loadStylesheet(address: string): Promise<unknown> {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}
