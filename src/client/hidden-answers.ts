/**
 * Lets a room vote first: each part shown to it hides its verdicts and answers until they are revealed there.
 * The choice lasts as long as the tab, so what is shown next is hidden, too.
 */

/** The key of the stored choice. */
export const HIDING_KEY = 'hideAnswers';
/** The part of an address that hides answers from the start: `?hide`. */
export const HIDING_QUERY = 'hide';

/** The choice in the address or the stored one; none where the browser stores nothing. */
function readChoice(): boolean {
  try {
    return new URLSearchParams(location.search).has(HIDING_QUERY) || !!sessionStorage.getItem(HIDING_KEY);
  } catch {
    return false;
  }
}

/** Keeps the choice for the next page. */
function keepChoice(isOn: boolean): void {
  try {
    sessionStorage.setItem(HIDING_KEY, isOn ? 'on' : '');
  } catch {
    // The choice lasts for this page.
  }
}

/** Not createButton: a module that the script of every page shared with other scripts would be one more request per page. */
export function createControl(sign: string, onPress: () => void, label = sign): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = sign;
  button.ariaLabel = label;
  button.addEventListener('click', onPress);
  return button;
}

/**
 * The key of a shortcut, in lower case. It is empty if the key has another meaning: with a command key, in a field, in a
 * dialog above the page, or where another script has used it.
 */
export function shortcutOf(event: KeyboardEvent): string {
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
  const isTyped =
    document.querySelector('dialog[open]') ?? (event.target as Element).closest('input, select, textarea');
  return isOther || isTyped ? '' : event.key.toLowerCase();
}

/** The buttons that hide answers, and reveal those of the part that is shown. The H key presses the one that applies. */
export class HiddenAnswers {
  #isOn = readChoice();
  #isRevealed = true;
  readonly #apply: (isHidden: boolean) => void;
  readonly #hide = createControl('Hide answers', () => this.#choose(!this.#isOn));
  readonly #reveal = createControl('Reveal', () => this.#setRevealed(!this.#isRevealed));
  readonly buttons = [this.#hide, this.#reveal] as const;

  /** @param apply hides or shows the verdicts and answers of the part that is shown */
  constructor(apply: (isHidden: boolean) => void) {
    this.#apply = apply;
    this.#reveal.ariaKeyShortcuts = 'H';
    document.addEventListener('keydown', (event) => {
      if (shortcutOf(event) !== 'h') return;
      this.buttons.findLast(({ isConnected, hidden }) => isConnected && !hidden)?.click();
    });
  }

  /** Begins with a part, as its page shows it. @param hasAnswers whether there is anything to hide */
  begin(hasAnswers: boolean): void {
    this.#isRevealed = !this.#isOn;
    this.#hide.hidden = !hasAnswers;
    this.#update();
    if (!this.#isOn) return;
    keepChoice(true); // even if the address chose it
    this.#apply(true);
  }

  /** Chooses for all parts, and hides or reveals the one that is shown. */
  #choose(isOn: boolean): void {
    this.#isOn = isOn;
    keepChoice(isOn);
    this.#setRevealed(!isOn);
  }

  #setRevealed(value: boolean): void {
    this.#isRevealed = value;
    this.#update();
    this.#apply(!value);
  }

  /** Shows the choice on the buttons. */
  #update(): void {
    this.#hide.ariaPressed = String(this.#isOn);
    this.#hide.ariaKeyShortcuts = this.#isOn ? null : 'H';
    this.#reveal.ariaPressed = String(this.#isRevealed);
    this.#reveal.hidden = !this.#isOn || this.#hide.hidden;
  }
}
