/** Puts a page's scripts into the page, for one that is served at any depth and cannot address anything. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param html a page whose sheets are in it already
 * @param folder the folder of the built site
 * @throws if a script imports another one: that could not be found from every depth
 */
export async function inlineScripts(html: string, folder: string): Promise<string> {
  let result = html;
  for (const [tag, file] of html.matchAll(/<script type="module" src="\/([^"]+)"><\/script>/g)) {
    const code = (await readFile(join(folder, file!), 'utf8')).trim();
    if (/\bimport\b[^(]*?["']/.test(code)) throw new Error(`${file} imports another script; it must stand alone.`);
    result = result.replace(tag, () => `<script type="module">${code}</script>`);
  }
  return result;
}
