/**
 * Draws the pictures that previews of pages show, from HTML with styles. The fonts are files of the project, so that a
 * picture has the same bytes on another machine.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { fromHtml } from '@takumi-rs/helpers/html';
import type { CorrectedWording } from '../../model/fields.ts';
import { escapeHtml } from '../../pipeline/html.ts';
import { pictureAlt, PICTURE_SIZE, type PictureWords } from './words.ts';

const FONTS = [
  { name: 'sans', weight: 400, file: '@fontsource/inter/files/inter-latin-400-normal.woff2' },
  { name: 'sans', weight: 700, file: '@fontsource/inter/files/inter-latin-700-normal.woff2' },
  { name: 'course', weight: 400, file: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2' },
];

/** Font sizes in pixels, and title sizes in em. The first pair at which everything fits is used. */
const SIZES = [
  [30, 2.9],
  [30, 2.3],
  [28, 2.3],
  [28, 1.8],
  [26, 1.8],
  [24, 1.7],
  [22, 1.7],
  [20, 1.6],
  [18, 1.5],
] as const;

/** The signs before the verdicts, as paths: the fonts do not have them all. */
const SIGNS = {
  wrong: 'M5 5l10 10M15 5L5 15',
  inexact: 'M3 8q3.5-4 7-1t7-1M3 14q3.5-4 7-1t7-1',
  outdated: 'M16 10a6 6 0 1 1-2-4.5M14 1v5h-5',
};

interface PictureDrawer {
  /** Draws a picture. @returns the bytes of a PNG file; nothing if the words do not fit */
  draw: (words: PictureWords) => Promise<Uint8Array | undefined>;
  /** The characters of a picture that its fonts do not have. */
  missingCharacters: (words: PictureWords) => string[];
}

/** Loads fonts and styles. */
export async function pictureDrawer(): Promise<PictureDrawer> {
  const renderer = new Renderer();
  for (const { file, ...font } of FONTS) await renderer.registerFont({ ...font, data: await readPackageFile(file) });
  const characters = await readCharacters();
  const colors = await readColors();
  const properties = Object.entries(colors).map(([name, color]) => `--${name}: ${color};`);
  const sheet = await readFile(new URL('./picture.css', import.meta.url), 'utf8');
  const css = [`.picture { ${properties.join(' ')} }`, sheet];

  const draw = async (words: PictureWords) => {
    const nodes = SIZES.map(([letters, title]) => {
      const style = `font-size: ${letters}px; --title: ${title}em`;
      return fromHtml(`<div class="picture" style="${style}">${pictureHtml(words, colors)}</div>`).node;
    });
    for (const node of nodes) {
      const { height } = await renderer.measure(node, { width: PICTURE_SIZE.width, css });
      if (height <= PICTURE_SIZE.height) return renderer.render(node, { ...PICTURE_SIZE, css });
    }
    return undefined;
  };
  return { draw, missingCharacters: (words) => [...new Set(pictureAlt(words).match(characters))] };
}

const readPackageFile = (file: string) => readFile(fileURLToPath(import.meta.resolve(file)));

/** Reads what characters the fonts have. @returns a pattern of all others */
async function readCharacters(): Promise<RegExp> {
  const { latin } = JSON.parse(String(await readPackageFile('@fontsource/inter/unicode.json'))) as { latin: string };
  const ranges = latin.replaceAll(/U\+([0-9A-F]+)/g, '\\u{$1}').replaceAll(/-([0-9A-F]+)/g, '-\\u{$1}');
  return new RegExp(`[^${ranges.replaceAll(',', '')}]`, 'gu');
}

type Colors = Record<'accent' | 'amber', string>;

/** The colors of the site by the names of their properties, as they are on light paper. */
async function readColors(): Promise<Colors> {
  const sheet = await readFile(new URL('../base.css', import.meta.url), 'utf8');
  return Object.fromEntries(
    [...sheet.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]+),/g)].map(([, name, color]) => [name, color]),
  ) as Colors;
}

const pictureHtml = ({ site, section, title, claim, description, corrected }: PictureWords, colors: Colors) => `
<div class="head">
  ${markSvg(colors)}
  ${site ? `<b>${escapeHtml(site)}</b>` : ''}
  ${section ? `<div class="section ${section.color ?? ''}"><i></i>${escapeHtml(section.label)}</div>` : ''}
</div>
<div class="title">${escapeHtml(title)}${claim ? `, <em>${escapeHtml(claim)}</em>` : ''}</div>
${corrected ? correctedHtml(corrected) : `<div class="description">${escapeHtml(description)}</div>`}`;

const correctedHtml = ({ says, wording, verdict, label, text }: CorrectedWording) => `
<div class="corrected ${verdict}">
  <div class="says">${says}</div>
  <div class="wording"><span>${escapeHtml(wording)}</span></div>
  <div><b class="chip">${signSvg(SIGNS[verdict])} ${label}</b> ${escapeHtml(text)}</div>
</div>`;

const signSvg = (path: string) =>
  `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2.4"><path d="${path}"/></svg>`;

/** The site's logo, as Mark.astro draws it. */
const markSvg = ({ amber, accent }: Colors) =>
  `<svg viewBox="0 0 32 32" width="56" height="56" stroke-width="2.2" stroke-linejoin="round"><path d="M4 22l12 6 12-6M4 16.5l12 6 12-6" fill="none" stroke="${amber}"/><path d="M16 3l12 6.5-12 6.5-12-6.5z" fill="${accent}" stroke="${accent}"/></svg>`;
