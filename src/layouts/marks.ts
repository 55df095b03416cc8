/** Stand in an embed's own snippet for what only the browser knows. */
export const ADDRESS_MARK = '%ADDRESS%';
export const HEIGHT_MARK = '%HEIGHT%';
