/** Writes a Caddyfile: https://caddyserver.com/docs/caddyfile */
import { GENERATED, HSTS, MEDIA_TYPES, onHost, type Host } from './host.ts';

const TYPE_DIRECTIVES = Object.entries(MEDIA_TYPES)
  .map(([extension, type]) => {
    const value = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
    return `\t@${extension} path *.${extension}\n\theader @${extension} Content-Type "${value}"\n`;
  })
  .join('');

function headerDirectives(host: Host): string {
  const directives = host.rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `\t\t${name} "${value}"\n`);
    const matcher = path === '/*' ? '' : ` ${onHost(path, host)}`; // without one, errors and redirects match too
    return `\theader${matcher} {\n${lines.join('')}\t}\n`;
  });
  return directives.join('');
}

/** Redirects each moved page, with and without the slash at its end, and the site's path without its slash. */
function redirectDirectives(host: Host): string {
  const { redirects, base } = host;
  const redirect = (from: string, to: string) => `\tredir ${from} ${to}{query_mark}{query} permanent\n`;
  const moved = redirects.flatMap(({ from, to }) =>
    [onHost(from, host), onHost(from, host).replace(/\/$/, '')].map((path) => redirect(path, onHost(to, host))),
  );
  return moved.join('') + (base === '/' ? '' : redirect(base.slice(0, -1), base));
}

const indent = (block: string) => block.replace(/^(?=.)/gm, '\t');

export function caddyConfig(host: Host): string {
  const { root, port } = host;
  return `# ${GENERATED}
# With a name in the place of ":${port}", Caddy gets a certificate for it and serves it over https.

:${port} {
\troot * ${root}

\tmap {query} {query_mark} {
\t\t"" ""
\t\tdefault "?"
\t}

\t# In this order: Caddy would sort the directives by rules of its own.
\troute {
${indent(headerDirectives(host) + TYPE_DIRECTIVES)}\t\t# Your choice, once every address of this name is served over https:
\t\t# header Strict-Transport-Security "${HSTS}"

\t\t@dotfile {
\t\t\tpath_regexp /\\.
\t\t\tnot path */.well-known/*
\t\t}
\t\terror @dotfile 404

${indent(redirectDirectives(host))}\t\t# "//host/" in a Location would lead to another host.
\t\t@outside expression \`{uri}.startsWith("//") || {uri}.startsWith("/\\\\")\`
\t\terror @outside 404

\t\t@page {
\t\t\tfile {path}/index.html
\t\t\tnot path */
\t\t}
\t\tredir @page {path}/{query_mark}{query} permanent

\t\t# "npm run compress" writes the .br and .gz files.
\t\tfile_server {
\t\t\tprecompressed br gzip
\t\t}
\t}

\thandle_errors {
\t\theader Cache-Control "no-cache"
\t\theader Content-Type "text/html; charset=utf-8"
\t\trewrite * ${onHost('/404.html', host)}
\t\tfile_server {
\t\t\tprecompressed br gzip
\t\t}
\t}
}
`;
}
