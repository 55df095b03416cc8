/** The script of every page. Pages work without it. */
import '../links/copy-link.ts';
import '../links/follow-fragment.ts';
import '../offline/button.ts';
import '../search/open.ts';
import './copy-code.ts';
import './current-heading.ts';
import './menu-bar.ts';
import './menu-position.ts';
import './prefetch.ts';
import './print-address.ts';
import './theme-picker.ts';

import.meta.glob('../kinds/*/page-script.ts', { eager: true });
