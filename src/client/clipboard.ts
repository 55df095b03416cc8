/**
 * Copies text to the clipboard.
 * @returns whether it was copied; browsers can refuse, and over plain HTTP they have no clipboard for scripts
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
