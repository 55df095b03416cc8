/** What a shape represents: `host` by default. Its color shows that, besides its words; shapes inside it inherit the color. */
export type Role = 'host' | 'container' | 'image' | 'registry';
