/** Where something that was found is, as it is linked: `/registries/docker-hub/#pull-limits`. */
export const addressOf = ({ path, fragment }: { path: string; fragment: string }): string =>
  fragment ? `${path}#${fragment}` : path;
