/** The site works in WebKit, the engine of Safari. */
import { checkSite } from './checks.ts';
import { missingTools } from './installed.ts';
import { startWebKit } from './webkit.ts';

const importing = 'import gi; gi.require_version("WebKit2", "4.1")';
const missing = missingTools({
  'webkit2gtk-driver': ['WebKitWebDriver', '--help'],
  'gir1.2-webkit2-4.1 python3-gi': ['/usr/bin/python3', '-c', importing],
  'xvfb xauth': ['xvfb-run', '--help'],
});
checkSite('WebKit', missing, startWebKit);
