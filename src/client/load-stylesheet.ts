/**
 * Loads a style sheet that only some readers need, once.
 * @param address from an import with `?url&no-inline`
 * @returns a promise that resolves when the style sheet applies or has failed to load, and never rejects
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
