/**
 * In the snippet that an embed offers, these stand for what only the browser knows. They are a module of their own because
 * the embed's script would otherwise share a module with the cite panel, and fetch it in a request of its own.
 */
export const ADDRESS_PLACEHOLDER = '%ADDRESS%';
export const HEIGHT_PLACEHOLDER = '%HEIGHT%';
