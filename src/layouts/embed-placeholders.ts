/**
 * Placeholders for what only the browser knows, in the snippet that an embed offers. They are in a separate module
 * because the embed's script would otherwise share one with the cite panel, which costs a request.
 */
export const ADDRESS_PLACEHOLDER = '%ADDRESS%';
export const HEIGHT_PLACEHOLDER = '%HEIGHT%';
