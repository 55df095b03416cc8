// Written by "npm run deploy:files" from src/hosting/ and content/redirects.yaml. Change it there, and write it anew.
var moved = {};

function handler(event) {
  var request = event.request;
  var uri = request.uri.replace(/^[\/\\]+/, '/'); // "//host/" in a Location would lead to another host
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
