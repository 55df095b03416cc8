/** Writes a server block for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html */
import { createHash } from 'node:crypto';
import { ASKS_FOR_MARKDOWN, HEADER_RULES } from './headers.ts';
import { GENERATED, HSTS, onHost, type Host } from './host.ts';
import { MARKDOWN_FILE } from '../model/published-files.ts';
import { MEDIA_TYPES, UNCOMMON_EXTENSIONS } from './media-types.ts';

/**
 * The variable of a header. All sites of a server share the names of variables, and the last definition would win, so the
 * name of a site under a path has a hash of that path: by default, nginx takes no name of more than 46 characters.
 */
function variable(name: string, { base }: Host): string {
  const site = base === '/' ? '' : `${createHash('sha256').update(base).digest('hex').slice(0, 6)}_`;
  return `$docker_basics_${site}${name.toLowerCase().replaceAll('-', '_')}`;
}

/**
 * A header that differs within the site is a variable that depends on the address. Headers in location blocks would be an
 * alternative, but a block with headers inherits none from the block around it.
 */
function headerMap(name: string, host: Host): string {
  const values = HEADER_RULES.flatMap(({ path, foundOnly, headers }) => {
    if (headers[name] === undefined) return [];
    const status = foundOnly ? '(200|206|304)' : String.raw`\d+`;
    const matcher =
      path === '/*'
        ? 'default'
        : `~^${status}:${onHost(path.replace(/\*$/, ''), host).replaceAll('.', String.raw`\.`)}`;
    return `  ${matcher} "${headers[name]}";\n`;
  });
  return `map $status:$request_uri ${variable(name, host)} {\n${values.join('')}}\n`;
}

/** Redirects the path of a page, with and without the slash at its end. */
const redirectBlocks = (from: string, to: string) =>
  [from, from.replace(/\/$/, '')]
    .map((path) => `  location = ${path} {\n    return 301 ${to}$is_args$args;\n  }\n`)
    .join('');

/** The file of a page depends on `Accept`, and its answer says so. */
const markdownMaps = (host: Host) => `# A page is HTML, or Markdown for programs that ask for it.
map $http_accept ${variable('Index', host)} {
  default index.html;
  "~*${ASKS_FOR_MARKDOWN}" ${MARKDOWN_FILE};
}
map $request_uri ${variable('Vary', host)} {
  "~^[^?]*/(\\?|$)" Accept;
}
`;

export function nginxConfig(host: Host): string {
  const { redirects, base, root, port } = host;
  const [siteWide, ...special] = HEADER_RULES;
  const varying = [...new Set(special.flatMap(({ headers }) => Object.keys(headers)))];
  const headers = Object.entries(siteWide!.headers).map(([name, value]) => {
    return `  add_header ${name} ${varying.includes(name) ? variable(name, host) : `"${value}"`} always;\n`;
  });
  // The list that comes with nginx has this one, and nginx warns of a type that is there twice.
  const extensions = UNCOMMON_EXTENSIONS.filter((name) => name !== 'atom');
  const types = extensions.map((name) => `    ${MEDIA_TYPES[name]!.split(';')[0]!} ${name};\n`);
  const moved = redirects.map(({ from, to }) => redirectBlocks(onHost(from, host), onHost(to, host)));
  const toBase = base === '/' ? '' : `  location = ${base.slice(0, -1)} {\n    return 301 ${base}$is_args$args;\n  }\n`;
  return `# ${GENERATED}
# Include it in http { }, for example as /etc/nginx/conf.d/docker-basics.conf.

${varying.map((name) => headerMap(name, host)).join('')}${markdownMaps(host)}map $status ${variable('Allow', host)} {
  405 "GET, HEAD";
}

server {
  listen ${port};
  # listen [::]:${port}; # for IPv6; on a machine without it, nginx wouldn't start
  # server_name example.org;

  # For https, use these in place of the "listen" lines above:
  # listen 443 ssl;
  # listen [::]:443 ssl;
  # http2 on; # before nginx 1.25.1, write "listen 443 ssl http2;" instead
  # ssl_certificate /etc/ssl/example.org.crt;
  # ssl_certificate_key /etc/ssl/example.org.key;

  root ${root};
  index ${variable('Index', host)} index.html;

  include mime.types;
  types {
${types.join('')}  }
  charset utf-8;
  charset_types text/css text/csv text/javascript text/markdown text/plain application/javascript application/json image/svg+xml;

  server_tokens off;
  absolute_redirect off; # behind a proxy, nginx knows neither the name nor the port that readers use
  gzip_static on; # "npm run compress" writes the .gz files; with the brotli module, add: brotli_static on;
  gzip_vary on;

${headers.join('')}  add_header Allow ${variable('Allow', host)} always; # only with the status 405
  add_header Vary ${variable('Vary', host)} always; # only at the address of a page
  # Your choice, once every address of this name is served over https:
  # add_header Strict-Transport-Security "${HSTS}" always;

  if ($request_method !~ ^(GET|HEAD)$) {
    return 405;
  }
  # One way to write each address: from "/concepts//page/", which nginx would answer, relative links lead nowhere. And no file
  # or folder that begins with a dot, except /.well-known/ itself.
  if ($request_uri ~* "^[^?]*(//|%2f|/(\\.|%2e)(?!well-known/))") {
    return 404;
  }

  error_page 403 404 =404 @not_found;
  location @not_found {
    rewrite ^ ${onHost('/404.html', host)} break;
  }
${moved.join('')}${toBase}}
`;
}
