/**
 * What Amazon CloudFront needs before a bucket: a policy of response headers, and a function that knows folders.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_CreateResponseHeadersPolicy.html
 */
import { GENERATED, type Host } from './host.ts';

/** Headers that CloudFront has settings of its own for; it refuses them among the others. */
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

/** The policies by the path pattern of the cache behavior that takes each. */
export const cloudFrontPolicies = ({ rules }: Host): object => {
  const [all, ...special] = rules;
  const one = (name: string, headers: Record<string, string>) => ({
    Name: name,
    Comment: 'docker-basics',
    ...policyOf(headers),
  });
  return Object.fromEntries([
    ['Default (*)', one('docker-basics', all!.headers)],
    ...special.map(({ path, headers }) => [
      path,
      one(`docker-basics${path.replace(/\W+/g, '-').replace(/-$/, '')}`, { ...all!.headers, ...headers }),
    ]),
  ]);
};

/** A CloudFront function for viewer requests: `/page` leads to `/page/`, and `/page/` is its `index.html`. */
export const cloudFrontFunction = ({ redirects }: Host): string => `// ${GENERATED}
var moved = ${JSON.stringify(Object.fromEntries(redirects.map(({ from, to }) => [from, to])), null, 2)};

function handler(event) {
  var request = event.request;
  var uri = request.uri.replace(/^[\\/\\\\]+/, '/'); // "//host/" in a Location would lead to another host
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
      statusDescription: 'RedirectedAnchors Permanently',
      headers: { location: { value: target + (query.length ? '?' + query.join('&') : '') } },
    };
  }
  if (isFolder) request.uri = uri + 'index.html';
  return request;
}
`;
