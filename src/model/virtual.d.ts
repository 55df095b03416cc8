/** The content of the site; `src/checks/integration.ts` provides it. */
declare module 'virtual:content' {
  const content: unknown;
  export default content;
}
