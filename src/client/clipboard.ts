/**
 * Copies text.
 * @returns whether the browser allowed it; outside a secure context, such as plain http, it has no clipboard at all
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
