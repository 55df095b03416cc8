/** What a page does once it can be read. Without it every page works; what it adds is not there. */
import '../errors/finder.ts';
import '../glossary/preview.ts';
import '../links/copy-link.ts';
import '../links/follow-fragment.ts';
import './copy-code.ts';
import './menu-position.ts';
