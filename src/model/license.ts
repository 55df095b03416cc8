/** The license of texts, tables and figures. */
export const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';
export const LICENSE_NAME = 'CC BY 4.0';
