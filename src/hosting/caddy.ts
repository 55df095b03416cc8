/** Writes a Caddyfile: https://caddyserver.com/docs/caddyfile */
import { MARKDOWN_FILE } from '../model/published-files.ts';
import { ASKS_FOR_MARKDOWN, HEADER_RULES } from './headers.ts';
import { GENERATED, HSTS, onHost, type Host } from './host.ts';
import { MEDIA_TYPES, UNCOMMON_EXTENSIONS } from './media-types.ts';

const TYPE_DIRECTIVES = UNCOMMON_EXTENSIONS.map(
  (name) => `\t@${name} path *.${name}\n\theader @${name} Content-Type "${MEDIA_TYPES[name]!}"\n`,
).join('');

function headerDirectives(host: Host): string {
  const directives = HEADER_RULES.map(({ path, headers }) => {
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

/** Answers every error with the whole error page. */
const errorDirectives = (host: Host) => `handle_errors {
\t# These ask about what is not there. The file server would answer them for 404.html.
\trequest_header -Range
\trequest_header -If-*
\theader Cache-Control "no-cache"
\theader Content-Type "text/html; charset=utf-8"
\trewrite * ${onHost('/404.html', host)}
\tfile_server {
\t\t# From "/\\host/404.html/", whose last part is that of the file, it would redirect to "/\\host/404.html": another host.
\t\tdisable_canonical_uris
\t\tprecompressed br gzip
\t}
}
`;

const indent = (block: string) => block.replace(/^(?=.)/gm, '\t');

export function caddyConfig(host: Host): string {
  const { root, port } = host;
  return `# ${GENERATED}
# With a host name in place of ":${port}", Caddy gets a certificate for it and serves it over https.

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

\t\t@otherMethod not method GET HEAD
\t\thandle @otherMethod {
\t\t\theader Allow "GET, HEAD"
\t\t\theader Cache-Control "no-cache"
\t\t\trespond 405
\t\t}

\t\t@zeroByte path_regexp \\x00
\t\thandle @zeroByte {
\t\t\theader Cache-Control "no-cache"
\t\t\trespond 400
\t\t}

\t\t# One way to write each address: relative links on "/concepts//page/" lead nowhere, and "//host/" in a Location would
\t\t# lead to another host. And no file or folder that begins with a dot, except /.well-known/ itself.
\t\t@unclean expression \`{uri}.replace("/.well-known/", "/").matches(r"(?i)^(/\\\\|[^?]*(//|%2f|/(\\.|%2e)))")\`
\t\terror @unclean 404

${indent(redirectDirectives(host))}\t\t@page {
\t\t\tfile {path}/index.html
\t\t\tnot path */
\t\t}
\t\tredir @page {path}/{query_mark}{query} permanent

\t\t# For a name that is too long for a file, the file server would answer 500.
\t\t@missing not file {path} {path}/index.html
\t\terror @missing 404

\t\t# A page is HTML, or Markdown for programs that ask for it.
\t\t@folder path */
\t\theader @folder +Vary Accept
\t\t@markdown {
\t\t\tpath */
\t\t\theader_regexp Accept "(?i)${ASKS_FOR_MARKDOWN}"
\t\t\tfile {path}${MARKDOWN_FILE}
\t\t}
\t\theader @markdown Content-Type "${MEDIA_TYPES['md']!}"
\t\trewrite @markdown {path}${MARKDOWN_FILE}

\t\t# "npm run compress" writes the .br and .gz files.
\t\tfile_server {
\t\t\tprecompressed br gzip
\t\t}
\t}

${indent(errorDirectives(host))}}
`;
}
