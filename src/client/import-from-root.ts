/**
 * The code that imports a script of the site wherever the site is, for scripts that are written into a page.
 * @param script the path of the script, which begins with a slash
 */
export const importFromRoot = (script: string): string =>
  `import((document.documentElement.dataset.root ?? '/') + '${script.slice(1)}')`;
