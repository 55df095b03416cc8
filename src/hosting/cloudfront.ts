/**
 * Writes what Amazon CloudFront needs in front of a bucket: policies for response headers, and a function that redirects and
 * finds the page of a folder.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_CreateResponseHeadersPolicy.html
 */
import { HEADER_RULES_BY_PATH } from './headers.ts';
import { GENERATED, type Host } from './host.ts';

/** Splits headers as the API requires: CloudFront rejects a security header among the custom ones. */
const policyOf = (headers: Record<string, string>) => {
  const {
    'Content-Security-Policy': policy,
    'Referrer-Policy': referrer,
    'X-Content-Type-Options': type,
    ...custom
  } = headers;
  const items = Object.entries(custom).map(([Header, Value]) => ({ Header, Value, Override: true }));
  return {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
      ReferrerPolicy: { ReferrerPolicy: referrer, Override: true },
      ...(type && { ContentTypeOptions: { Override: true } }),
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  };
};

/** The response headers policies, by the path pattern of the cache behavior that each belongs to. */
export const cloudFrontPolicies = (): object => {
  const [siteWide, ...special] = HEADER_RULES_BY_PATH;
  const policy = (name: string, headers: Record<string, string>) => ({
    Name: name,
    Comment: 'docker-basics',
    ...policyOf(headers),
  });
  return Object.fromEntries<object>([
    ['Default (*)', policy('docker-basics', siteWide!.headers)],
    ...special.map(({ path, headers }): [string, object] => [
      path,
      policy(`docker-basics${path.replace(/\W+/g, '-').replace(/-$/, '')}`, { ...siteWide!.headers, ...headers }),
    ]),
  ]);
};

/** A function for viewer requests. It redirects `/page` to `/page/`, and answers `/page/` with its `index.html`. */
export const cloudFrontFunction = ({ redirects }: Host): string => `// ${GENERATED}
var moved = ${JSON.stringify(Object.fromEntries(redirects.map(({ from, to }) => [from, to])), null, 2)};

function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (/^[\\/\\\\]{2}/.test(uri)) return request; // there is no such file, and "//host/" in a Location would lead to another host
  var isFolder = uri.charAt(uri.length - 1) === '/';
  var isPage = !isFolder && uri.split('/').pop().indexOf('.') < 0;
  var target = moved[isPage ? uri + '/' : uri] || (isPage ? uri + '/' : undefined);
  if (target) {
    var query = [];
    Object.keys(request.querystring).forEach(function (key) {
      var one = request.querystring[key];
      (one.multiValue || [one]).forEach(function (each) {
        query.push(each.value ? key + '=' + each.value : key);
      });
    });
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: target + (query.length ? '?' + query.join('&') : '') } },
    };
  }
  if (isFolder) request.uri = uri + 'index.html';
  return request;
}
`;
