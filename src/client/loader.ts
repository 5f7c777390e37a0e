/**
 * The one script inside every page. It runs in the head, before the first word is drawn: the way out must work at once, also
 * while the page is still loading. The rest waits until the page is there. Each of its bytes is paid for on every page.
 */
import './inline/exit.ts';
import './inline/enhance.ts';
