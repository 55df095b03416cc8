/** A Caddyfile. https://caddyserver.com/docs/caddyfile */
import { GENERATED, HSTS, MEDIA_TYPES, onHost, type Host } from './host.ts';

export function caddyConfig(host: Host): string {
  const { rules, redirects, base, root, port } = host;
  const headers = rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `\t\t${name} "${value}"\n`);
    const where = path === '/*' ? '' : ` ${onHost(path, host)}`; // the first ones are for errors and redirects as well
    return `\theader${where} {\n${lines.join('')}\t}\n`;
  });
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => {
    const value = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
    return `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${value}"\n`;
  });
  const moved = redirects.flatMap(({ from, to }) =>
    [onHost(from, host), onHost(from, host).replace(/\/$/, '')].map(
      (path) => `\tredir ${path} ${onHost(to, host)}{query_mark}{query} permanent\n`,
    ),
  );
  const indented = (block: string) => block.replace(/^(?=.)/gm, '\t');
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
${indented(headers.join('') + types.join(''))}\t\t# Your choice, once every address of this name is served over https:
\t\t# header Strict-Transport-Security "${HSTS}"

\t\t@dotfile {
\t\t\tpath_regexp /\\.
\t\t\tnot path */.well-known/*
\t\t}
\t\terror @dotfile 404

${indented(moved.join('') + (base === '/' ? '' : `\tredir ${base.slice(0, -1)} ${base}{query_mark}{query} permanent\n`))}\t\t# "//host/" in a Location would lead to another host.
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
