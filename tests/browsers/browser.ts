/** A browser as a reader uses it, over whichever protocol drives it. */
import { setTimeout as wait } from 'node:timers/promises';

/** What differs between the browsers. */
export interface Driver {
  /** Begins to open an address. */
  open: (url: string) => Promise<void>;
  /** Evaluates an expression on the page, and awaits it. @returns its value as JSON @throws what the page throws */
  evaluate: (expression: string) => Promise<string | null>;
  /** Performs actions of a mouse and a keyboard: https://www.w3.org/TR/webdriver2/#actions */
  perform: (actions: object[]) => Promise<void>;
  /** @param width of the page in CSS pixels */
  resize: (width: number, height: number) => Promise<void>;
  /** The role that the browser tells a screen reader about the first element that the selector finds. */
  hasRole: (selector: string, role: string) => Promise<boolean>;
  /** Prints the page on A4. @returns the PDF */
  print: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Runs before the scripts of each page, and keeps what goes wrong. */
export const PRELOAD = `
  window.problems = [];
  const report = (text) => window.problems.push(String(text));
  addEventListener('error', ({ message, target }) => report(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => report(reason));
  addEventListener('securitypolicyviolation', (event) => report(event.violatedDirective + ' forbids ' + event.blockedURI));
  for (const level of ['error', 'warn']) console[level] = (...args) => report(args.join(' '));
`;

/** The codes of keys that have no character: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = { Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015' };

/** A slow machine is not a failure. */
const TIME_LIMIT = 60_000;

export class Browser {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  hasRole = (selector: string, role: string) => this.#driver.hasRole(selector, role);
  print = () => this.#driver.print();
  close = () => this.#driver.close();

  /** Makes the window as wide, and waits until the page is laid out for it. */
  async resize(width: number): Promise<void> {
    await this.#driver.resize(width, 800);
    await this.evaluate(
      () => new Promise<boolean>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
  }

  /** Opens another page, and waits until it has loaded. */
  async open(url: string): Promise<void> {
    // The drivers' own ways to wait can wait for ever, if the page before was still loading.
    await this.evaluate(() => void Object.assign(window, { isLeft: true }));
    await this.#driver.open(url);
    await this.waitFor(() => !('isLeft' in window) && document.readyState === 'complete');
  }

  /** Runs a function on the page. It can use only its arguments and what the page has. */
  async evaluate<A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    const value = await this.#driver.evaluate(`(${run.toString()})(...${JSON.stringify(args)})`);
    return JSON.parse(value ?? 'null') as Awaited<T>;
  }

  /** Waits until a function on the page returns something. @throws if it does not within the time limit */
  async waitFor<A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    const end = Date.now() + TIME_LIMIT;
    for (;;) {
      // While one page gives way to another, there is none.
      const value = await this.evaluate(run, ...args).catch(() => undefined);
      if (value) return value;
      if (Date.now() > end) throw new Error(`Not within ${TIME_LIMIT / 1000} s: ${run.toString()} ${args.join()}`);
      await wait(50);
    }
  }

  /** The text of the first element that the selector finds, as soon as it matches. */
  waitForText = (selector: string, pattern: RegExp) =>
    this.waitFor(
      (selector, source) => {
        const text = document.querySelector(selector)?.textContent.trim() ?? '';
        return new RegExp(source).test(text) && text;
      },
      selector,
      pattern.source,
    );

  /** Moves the mouse to the first element that the selector finds. */
  async hover(selector: string): Promise<void> {
    await this.#point(selector, []);
  }

  async click(selector: string): Promise<void> {
    await this.#point(selector, [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async #point(selector: string, actions: object[]): Promise<void> {
    const position = await this.waitFor(async (selector) => {
      const element = document.querySelector(selector);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const center = () => {
        const box = element?.getClientRects()[0];
        return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
      };
      // What still moves would be missed: a page scrolls, a panel grows.
      const [before] = [
        center(),
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      ];
      const after = center();
      return after?.x === before?.x && after?.y === before?.y && after;
    }, selector);
    await this.#driver.perform([
      { type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', ...position }, ...actions] },
    ]);
  }

  /** Types a text, or presses a key such as Enter. */
  async press(text: string): Promise<void> {
    const keys = text in KEYS ? [KEYS[text]!] : Array.from(text);
    const actions = keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await this.#driver.perform([{ type: 'key', id: 'keyboard', actions }]);
  }
}
