// While a page opens, blocks far from the window are not laid out (see chapter.css). When its reader has
// begun to read they are, part by part in idle moments, from the last one up: what is laid out there
// moves nothing else. Until then a screen reader meets only the headings of what is far, and heights are
// guesses.
const root = document.documentElement;
const blocks = [...document.querySelectorAll<HTMLElement>('.text > *')];
const soon = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 50));

/** How long after loading, in milliseconds; and how many elements at a time. */
const patience = 5000;
const part = 60;

let left = blocks.length;
const layOut = () => {
  for (let elements = 0; left > 0 && elements < part; ) {
    const block = blocks[--left] as HTMLElement;
    block.dataset['ready'] = '';
    elements += block.querySelectorAll('*').length;
  }
  if (left > 0) soon(layOut, { timeout: 300 });
  else delete root.dataset['opening'];
};

// Keeps the reader's place when the page is loaded again while heights are guesses: how many pixels
// from the top of the page, all that a browser remembers, would miss it.
const topOf = (block: Element) => block.getBoundingClientRect().top;
const { place } = (history.state ?? {}) as { place?: readonly [index: number, top: number] };
const seen = place && blocks[place[0]];
if (seen) {
  // until the page is loaded the browser would go on to restore its own
  history.scrollRestoration = 'manual';
  // what is above the window in the block itself must not be a guess
  seen.dataset['ready'] = '';
  scrollBy(0, topOf(seen) - place[1]);
}
const keepPlace = () => {
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const block = blocks[index];
  const at = block && scrollY > 0 ? [index, topOf(block)] : undefined;
  try {
    history.replaceState({ ...history.state, place: at }, '');
  } catch {
    // too often for Safari, which throws; the place is kept when scrolling ends the next time
  }
};
addEventListener('scrollend', () => {
  keepPlace();
  // what comes into sight is laid out, and may move it, without another event
  setTimeout(keepPlace, 300);
});

const loaded = () => {
  setTimeout(() => (history.scrollRestoration = 'auto'));
  setTimeout(layOut, patience);
};
if (document.readyState === 'complete') loaded();
else addEventListener('load', loaded);

export {};
