/** Scrolls a menu that is longer than the window to the current page. */
const current = document.querySelector<HTMLElement>('.menu [aria-current]');
const list = document.querySelector<HTMLElement>('.menu > details > ul');
if (current && list) list.scrollTop = current.offsetTop - list.clientHeight / 2;

export {};
