/** What a shape stands for: `host`, if nothing else is said. Its color says so in addition to its words; shapes inside it inherit the color. */
export type Role = 'host' | 'container' | 'image' | 'registry';
