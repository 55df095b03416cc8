/** Makes scripts inline, for a page that is served at any depth and so cannot address files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN } from './html.ts';

/**
 * Replaces the module scripts of a page with their code.
 * @param folder the folder of the built site
 * @throws if a script imports another, which a browser could not find from every depth
 */
export async function inlineScripts(html: string, folder: string): Promise<string> {
  let result = html;
  for (const [tag, file] of html.matchAll(/<script type="module" src="\/([^"]+)"><\/script>/g)) {
    const code = (await readFile(join(folder, file!), 'utf8')).trim();
    if (/\bimport\b[^(]*?["']/.test(code)) throw new Error(`${file!} imports another script; it must stand alone.`);
    result = result.replace(tag, () => `<script type="module" ${OWN}>${code}</script>`);
  }
  return result;
}
