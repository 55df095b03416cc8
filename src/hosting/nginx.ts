/** Writes a server block for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html */
import { GENERATED, HSTS, MEDIA_TYPES, onHost, type Host } from './host.ts';

/** The headers of a block. A block with headers inherits none from the block around it, so each needs all of them. */
const headerLines = (headers: Record<string, string>, indent: string) =>
  Object.entries(headers)
    .map(([name, value]) => `${indent}add_header ${name} "${value}" always;\n`)
    .join('');

export function nginxConfig(host: Host): string {
  const { rules, redirects, base, root, port } = host;
  const [siteWide, ...special] = rules;
  const types = Object.entries(MEDIA_TYPES).map(([extension, type]) => `    ${type} ${extension};\n`);
  const redirectBlocks = redirects.map(
    ({ from, to }) =>
      `  location = ${onHost(from, host)} {\n    return 301 ${onHost(to, host)}$is_args$args;\n  }\n` +
      `  location = ${onHost(from, host).replace(/\/$/, '')} {\n    return 301 ${onHost(to, host)}$is_args$args;\n  }\n`,
  );
  const headerBlocks = special.map(
    ({ path, headers }) =>
      `  location ${onHost(path.replace(/\*$/, ''), host)} {\n${headerLines({ ...siteWide!.headers, ...headers }, '    ')}  }\n`,
  );
  return `# ${GENERATED}
# A server block: include it in http { }, for example as /etc/nginx/conf.d/docker-basics.conf.

server {
  listen ${port};
  listen [::]:${port};
  # server_name example.org;
  # For https: listen 443 ssl; listen [::]:443 ssl; ssl_certificate …; ssl_certificate_key …;
  root ${root};

  include mime.types;
  types {
${types.join('')}  }
  charset utf-8;
  charset_types text/css text/csv text/javascript text/markdown text/plain application/javascript application/json image/svg+xml;

  server_tokens off;
  absolute_redirect off; # behind a proxy, nginx knows neither the name nor the port that readers use
  gzip_static on; # "npm run compress" writes the .gz files; with the brotli module, add: brotli_static on;
  gzip_vary on;

  error_page 403 404 =404 ${onHost('/404.html', host)};

${headerLines(siteWide!.headers, '  ')}  # Your choice, once every address of this name is served over https:
  # add_header Strict-Transport-Security "${HSTS}" always;

  location ~ /\\.(?!well-known/) {
    return 404; # no file that begins with a dot, but those that tell of a host
  }
${headerBlocks.join('')}${redirectBlocks.join('')}${base === '/' ? '' : `  location = ${base.slice(0, -1)} {\n    return 301 ${base}$is_args$args;\n  }\n`}}
`;
}
