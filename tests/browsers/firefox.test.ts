/** The site works in Firefox. */
import { checkSite } from './checks.ts';
import { startFirefox } from './firefox.ts';
import { missingTools } from './installed.ts';

checkSite('Firefox', missingTools({ 'firefox-esr': ['firefox-esr', '--version'] }), startFirefox);
