// The contents list: open beside the text, folded before it; marks where the reader is.
// the list is open where it stands beside the text, folded where it stands before it
const list = document.querySelector<HTMLDetailsElement>('.contents details');
const wide = matchMedia('(min-width: 78rem)');
const arrange = () => {
  if (list) list.open = wide.matches;
};
wide.addEventListener('change', arrange);
arrange();

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...links.keys()]
  .map((id) => document.getElementById(id))
  .filter((heading) => heading !== null);
let current: HTMLAnchorElement | undefined;
const mark = () => {
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const link = links.get(above.at(-1)?.id ?? '');
  if (link === current) return;
  current?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
  current = link;
};
let waiting = false;
const soon = () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    mark();
  });
};
addEventListener('scroll', soon, { passive: true });
addEventListener('resize', soon);
soon();

export {};
