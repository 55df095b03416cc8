/** Marks where the reader is in the table of contents, in browsers whose CSS cannot: see `:target-current` in site.css. */
export {};

// The line is below the header, where a heading lands when a link leads to it: 112 CSS pixels from the top of the window. A
// constant would cost each page ten bytes.
if (!CSS.supports('scroll-target-group: auto')) {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const headings = links.map(({ hash }) => document.getElementById(hash.slice(1))!);
  const observer = new IntersectionObserver(
    () => {
      const current = headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= 112);
      links.forEach((link, index) => link.toggleAttribute('data-current', index === current));
    },
    // Everything below the line counts as visible, so a heading reports each time that it crosses the line.
    { rootMargin: '-112px 0px 9999999px', threshold: 1 },
  );
  for (const heading of headings) observer.observe(heading);
}
