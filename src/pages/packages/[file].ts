/** The ready packages of the whole site, one in each format. */
import { basename } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { pack } from '../../exports/packages/pack.ts';
import { siteItems } from '../../exports/packages/site-items.ts';
import { PACKAGE_FORMATS, packagePath, type PackageFormat } from '../../model/package-files.ts';
import { site } from '../../model/site.ts';

export const getStaticPaths = (() =>
  PACKAGE_FORMATS.map((format) => ({
    params: { file: basename(packagePath(format)) },
    props: { format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: PackageFormat }> = ({ props }) =>
  new Response(pack(props.format, siteItems, site.url?.href));
