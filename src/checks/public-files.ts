/** The rules for `public/`, whose files are published as they are: nothing in it runs, and its pictures are whole. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { SiteContent } from '../model/content.ts';
import { decodeText } from '../model/decode.ts';
import { findLinks, isLeftBehind, listFiles } from '../model/files.ts';
import type { Problem } from '../model/problems.ts';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';
import { isIntactPicture } from './pictures.ts';

/** In bytes. A heavier picture makes readers wait, above all those who save the whole site. */
const MAX_PICTURE = 300_000;

/** Files that a browser runs, or opens as a page, which would have no security policy. */
const RUNNABLE = /\.(x?html?|xht|shtml|mht(ml)?|xml|xslt?|svgz|[cm]?js|wasm|swf)$/i;

/** The files of `public/` that are published, as paths from the site's root without a slash at their beginning. */
export const publicFiles = (root: string): string[] => {
  const folder = join(root, 'public');
  return existsSync(folder) ? listFiles(folder).filter((file) => !isLeftBehind(file)) : [];
};

/** @param root the project's folder */
export function checkPublicFiles({ pages }: SiteContent, root: string): Problem[] {
  const excused = new Set(pages.flatMap(({ frontmatter }) => Object.keys(frontmatter.heavyPictures ?? {})));
  return [
    ...(existsSync(join(root, 'public')) ? findLinks(root, 'public') : []),
    ...publicFiles(root).flatMap((path): Problem[] => {
      const file = `public/${path}`;
      if (RUNNABLE.test(path)) {
        return [
          {
            file,
            message: 'A browser would run this file, or open it as a page that has no security policy.',
            fix: 'Delete it. Pages belong in content/, and scripts and styles in src/.',
          },
        ];
      }
      if (!(extname(path).toLowerCase() in PICTURE_TYPES)) return [];
      return checkPicture(file, readFileSync(join(root, file)), excused.has(`/${path}`));
    }),
  ];
}

/** @param isExcused whether a page says why the picture is heavy */
function checkPicture(file: string, bytes: Buffer, isExcused: boolean): Problem[] {
  const ending = extname(file);
  const unsafe = ending.toLowerCase() === '.svg' ? checkDrawing(file, bytes) : [];
  if (unsafe.length) return unsafe;
  if (!isIntactPicture(file, bytes)) {
    return [
      {
        file,
        message: `This file is damaged, or it isn't the type of picture that its name says, "${ending}".`,
        fix: 'Export it again, with the file extension of that type.',
      },
    ];
  }
  if (bytes.length <= MAX_PICTURE || isExcused) return [];
  return [
    {
      file,
      message: `This picture is ${Math.ceil(bytes.length / 1000)} KB; the limit is ${MAX_PICTURE / 1000} KB.`,
      fix: `Make it smaller, or say in the frontmatter of its page why it has to be this large: heavyPictures: { ${file.slice('public'.length)}: REASON }.`,
    },
  ];
}

/**
 * What a drawing must not contain. The text is searched as it is, comments and all, so that nothing depends on how a
 * browser parses it.
 */
const FORBIDDEN_IN_DRAWINGS: [pattern: RegExp, what: string][] = [
  [
    /<([^\s<>/]+:)?(script|handler|foreignObject|iframe|frame|object|embed|link|meta|base|form)\b/i,
    'an element that runs or loads something',
  ],
  [/\bon[a-z]+\s*=/i, 'an event handler'],
  [/&#|<!ENTITY|<!DOCTYPE[^>]*\[/i, 'a character reference, which can hide anything'],
  [/<\?(?!xml\s)/i, 'a processing instruction'],
  [/\b(java|vb)\s*script\s*:/i, 'an address that runs a script'],
  [/\b(href|src)\s*=\s*(["'])(?!#|data:image\/(png|jpeg|gif|webp|avif);)/i, 'the address of another file'],
  [/url\((?!\s*(["']|&quot;)?\s*#)|@import/i, 'a style that loads another file'],
];

function checkDrawing(file: string, bytes: Buffer): Problem[] {
  const text = decodeText(file, bytes);
  if (typeof text !== 'string') return [text];
  return FORBIDDEN_IN_DRAWINGS.flatMap(([pattern, what]) => {
    const position = text.search(pattern);
    if (position < 0) return [];
    return {
      file,
      line: text.slice(0, position).split('\n').length,
      message: `The drawing contains ${what}: "${text.slice(position, position + 40).split('\n')[0]!}".`,
      fix: 'Remove it, or export the drawing again as plain SVG.',
    };
  });
}
