/**
 * Creates a button that a script adds to a page.
 * @param label its text
 * @param onPress called with the button, each time that it is pressed
 */
export function createButton(label: string, onPress: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => onPress(button));
  return button;
}
