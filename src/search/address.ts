/** The address of a search result: `/registries/docker-hub/#pull-limits`. */
export const addressOf = ({ path, fragment }: { path: string; fragment: string }): string =>
  fragment ? `${path}#${fragment}` : path;
