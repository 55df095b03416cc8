/**
 * An address below the site's root, wherever the site lies: each page knows its own way there (see `postbuild`).
 * @param path such as `/registries/docker-hub/#pull-limits` or `terms.json`
 */
export const resolveFromRoot = (path: string): string =>
  new URL(path.replace(/^\//, ''), new URL(document.documentElement.dataset['root'] ?? '/', location.href)).href;
