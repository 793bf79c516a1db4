// Offers the reader’s language, and carries the place on the page to another language.
import { offeredLanguage, placeAt, placeOf } from './place.ts';

const here = document.documentElement.lang;
const offers = [...document.querySelectorAll<HTMLElement>('.offer')];
const remember = (language: string) => {
  try {
    localStorage.setItem('language', language);
  } catch {
    // storage refused: the offer will come again
  }
};
const remembered = () => {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
};

const wanted = offeredLanguage(
  navigator.languages,
  [here, ...offers.map((offer) => offer.lang)],
  remembered(),
);
for (const offer of offers) {
  offer.hidden = offer.lang !== wanted;
  offer.querySelector('button')?.addEventListener('click', () => {
    remember(here);
    offer.hidden = true;
  });
}

/** Where the headings and figures of the page begin, from top to bottom; the same in every language. */
const tops = () =>
  [...document.querySelectorAll('main :is(h2, h3, figure)')].map(
    (element) => element.getBoundingClientRect().top + scrollY,
  );
const end = () => document.documentElement.scrollHeight;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.edition')) {
  link.addEventListener('click', () => {
    remember(link.hreflang);
    const target = new URL(link.href);
    if (scrollY > 0) target.searchParams.set('at', placeOf(scrollY, tops(), end()).toFixed(3));
    // a figure has the same name and state in every language; a heading has not
    const name = location.hash.slice(1).split('~')[0] ?? '';
    if (document.getElementById(name)?.tagName === 'FIGURE') target.hash = location.hash;
    link.href = target.href;
  });
}

const arrival = new URL(location.href);
const place = arrival.searchParams.get('at');
if (place !== null) {
  arrival.searchParams.delete('at');
  history.replaceState(history.state, '', arrival.href);
  const at = Number(place);
  if (at >= 0) scrollTo({ top: placeAt(at, tops(), end()), behavior: 'instant' });
}
