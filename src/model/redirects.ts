/** `content/redirects.yaml`: the new addresses of what has moved, and the reasons for what has gone. */
import { z } from 'astro/zod';
import { pastDate, text } from './fields.ts';
import { readYaml } from './yaml.ts';

export const REDIRECTS_FILE = 'content/redirects.yaml';

const path = z.string().regex(/^\/([a-z0-9-]+\/)*$/, {
  error: 'must be the path of a page with a slash at both ends; an address with "#" belongs under "places:"',
});
const place = z.string().regex(/^\/([a-z0-9-]+\/)*#[a-z0-9-]+$/, {
  error:
    'must be an address on a page, such as /concepts/what-is-docker/#parts; the address of a whole page belongs under "pages:"',
});
/** An address of this site, as data names it. */
export const address = z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, {
  error: 'must be an address of this site, such as /concepts/what-is-docker/ or /concepts/what-is-docker/#parts',
});

/** A list. An empty one may be written as `[]`, or as nothing after the colon. */
const list = <T extends z.ZodType>(entry: T) => z.preprocess((value) => value ?? [], z.array(entry));

export const redirectsSchema = z.strictObject({
  pages: list(
    z.strictObject({
      from: path.describe('the path that the page had'),
      to: path.describe('the path of the page that replaced it'),
    }),
  ).describe('pages that have moved'),
  places: list(
    z.strictObject({
      from: place.describe('the address that the place had'),
      to: address.describe('the address where it is now'),
    }),
  ).describe('headings, tables, rows and the like that have moved'),
  gone: list(
    z.strictObject({
      from: address.describe('the address that no longer exists'),
      why: text.describe('why it was removed, for readers who follow an old link'),
      since: pastDate.optional().describe('the day it was removed, if you know it'),
    }),
  ).describe('what was removed for good'),
});
export type Redirects = z.infer<typeof redirectsSchema>;

export const readRedirects = (): Redirects => readYaml(REDIRECTS_FILE, redirectsSchema);

/** The current address of what used to have an address. A fragment moves along with its page. */
export function currentAddress(address: string, { pages, places }: Pick<Redirects, 'pages' | 'places'>): string {
  const moved = [...places, ...pages].find(({ from }) => from === address);
  if (moved) return moved.to;
  const { path, fragment } = splitAddress(address);
  const page = fragment && pages.find(({ from }) => from === path);
  return page ? `${page.to}#${fragment}` : address;
}

/** The two parts of an address: the page's path, with a slash at both ends, and the fragment, if there is one. */
export function splitAddress(address: string): { path: string; fragment: string | undefined } {
  const [path = '/', fragment] = address.split('#');
  return { path, fragment };
}

/** Whether the redirects say that an address, or its page, was removed. */
export const isGone = (address: string, { gone }: Redirects): boolean =>
  gone.some(({ from }) => from === address || from === splitAddress(address).path);
