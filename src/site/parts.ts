/** Which parts of Starlight ours replace. Each says at its top why. */
import type { StarlightUserConfig } from '@astrojs/starlight/types';

const part = (name: string) => `./src/site/parts/${name}.astro`;

export const parts: NonNullable<StarlightUserConfig['components']> = {
  Head: part('Head'),
  ThemeProvider: part('ThemeProvider'),
  SkipLink: part('SkipLink'),
  PageFrame: part('PageFrame'),
  Header: part('Header'),
  Sidebar: part('Sidebar'),
  PageSidebar: part('PageSidebar'),
  TwoColumnContent: part('Bare'),
  ContentPanel: part('Bare'),
  PageTitle: part('PageTitle'),
  MarkdownContent: part('MarkdownContent'),
  Footer: part('Footer'),
  Banner: part('Nothing'),
  Hero: part('Nothing'),
  DraftContentNotice: part('Nothing'),
  FallbackContentNotice: part('Nothing'),
};
