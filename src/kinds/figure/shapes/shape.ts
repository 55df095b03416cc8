/** What a shape stands for. Its color says it too, beside the words in it; shapes inside it inherit the color. */
export type Role = 'host' | 'container' | 'image' | 'registry';
