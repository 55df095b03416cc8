/** The script of every page. Pages work without it. */
import '../kinds/table/fit-frame.ts';
import '../kinds/error/load-finder.ts';
import '../kinds/term/load-preview.ts';
import '../links/copy-link.ts';
import '../links/follow-fragment.ts';
import '../offline/button.ts';
import '../search/open.ts';
import './copy-code.ts';
import './menu-position.ts';
import './prefetch.ts';
import './print-addresses.ts';
import './theme-picker.ts';
