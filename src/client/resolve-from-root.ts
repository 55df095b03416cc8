/**
 * Resolves a path from the site's root, wherever the site is published. Each page knows the relative path to the
 * root: the build writes it to `<html data-root>`, see `src/pipeline/relative-urls.ts`.
 * @param path such as `/registries/docker-hub/#pull-limits` or `search/index.json`
 * @returns the absolute URL
 */
export const resolveFromRoot = (path: string): string =>
  new URL(path.replace(/^\//, ''), new URL(document.documentElement.dataset['root'] ?? '/', location.href)).href;
