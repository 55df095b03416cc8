/** A figure's address: `#figure-layers`. */
export const figureAddress = (name: string) => `figure-${name}`;
