// Written by "npm run deploy:files" from src/hosting/ and content/redirects.yaml. Change it there, and write it anew.
var moved = {};

function handler(event) {
  var request = event.request;
  var uri = request.uri;
  var isFolder = uri.charAt(uri.length - 1) === '/';
  var isPage = !isFolder && uri.split('/').pop().indexOf('.') < 0;
  var target = moved[isPage ? uri + '/' : uri] || (isPage ? uri + '/' : undefined);
  if (target) {
    var query = Object.keys(request.querystring).map(function (key) {
      return key + '=' + request.querystring[key].value;
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
