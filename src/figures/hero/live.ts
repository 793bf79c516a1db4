// Moves the first picture. It is the one figure without an island: a framework would be most of
// what the first screen downloads, and all that happens here is that attributes change.
// Plays once by itself when it comes into view (never under reduced motion); anything the reader
// does to it stops it.
import { animate, reducedMotion } from '../../ui/animate.ts';
import { fill } from '../../ui/words.ts';
import { type ActionWords, wireActions } from './actions.ts';
import { type HeroData, heroOf } from './model.ts';
import { partsOf } from './parts.ts';
import { type HeroWords, sentenceOf } from './words.ts';

/** Milliseconds: to fold the flat sheet, to lay it flat first, to rest there. */
const folding = 1600;
const unfolding = 750;
const rest = 250;

/** Brings the picture in `figure` to life; its words and data stand in data attributes. */
export function wakeHero(figure: HTMLElement): void {
  const words: HeroWords & ActionWords = JSON.parse(figure.dataset['words'] ?? '');
  const data: HeroData = JSON.parse(figure.dataset['points'] ?? '');
  const find = <E extends Element>(selector: string): E => {
    const element = figure.querySelector<E>(selector);
    if (!element) throw new Error(`the first picture has no ${selector}`);
    return element;
  };
  const picture = find<SVGSVGElement>('svg');
  const slider = find<HTMLInputElement>('input');
  const button = find<HTMLButtonElement>('.primary');
  const readout = find<HTMLElement>('.hero-readout');
  const status = find<HTMLElement>('[role="status"]');
  const moving = [...figure.querySelectorAll<SVGElement>('[data-part]')];

  const draw = heroOf(data);
  let fold = 1;
  let playing = false;
  let halt = () => {};
  let saying: ReturnType<typeof setTimeout> | undefined;

  const show = (next: number) => {
    const hero = draw(next);
    if (!hero) return;
    fold = next;
    const parts = partsOf(hero.drawing);
    for (const element of moving) {
      for (const [name, value] of Object.entries(parts[element.dataset['part'] ?? ''] ?? {})) {
        element.setAttribute(name, String(value));
      }
    }
    const percent = Math.round(fold * 100);
    slider.value = String(percent);
    slider.setAttribute('aria-valuetext', fill(words.percent, { percent }));
    readout.textContent = sentenceOf(words, hero);
    if (!playing) settle();
  };
  /** Said and described once it stands still. */
  const settle = () => {
    const hero = draw(fold);
    button.textContent = playing ? words.stop : fold < 1 ? words.play : words.unfold;
    if (playing || !hero) return;
    picture.setAttribute('aria-label', words.alt[hero.stage]);
    // said once the reader pauses, and not left there to be read a second time
    clearTimeout(saying);
    saying = setTimeout(() => {
      status.textContent = sentenceOf(words, hero);
      saying = setTimeout(() => status.replaceChildren(), 5000);
    }, 700);
  };
  const stop = () => {
    halt();
    halt = () => {};
    playing = false;
    settle();
  };
  const run = (to: 0 | 1, milliseconds: number, then: () => void) => {
    playing = true;
    settle();
    halt = animate(fold, to, milliseconds, show, then);
  };

  const { write, restore } = wireActions({
    figure,
    words,
    fold: () => Math.round(fold * 100),
    show: (percent) => {
      stop();
      show(percent / 100);
    },
  });
  const end = () => {
    stop();
    write();
  };
  button.addEventListener('click', () => {
    const to = fold < 1 ? 1 : 0;
    if (playing) end();
    else if (reducedMotion()) {
      show(to);
      write();
    } else run(to, to ? folding * (1 - fold) : unfolding, end);
  });
  for (const type of ['pointerdown', 'keydown']) slider.addEventListener(type, stop);
  slider.addEventListener('input', () => {
    stop();
    show(slider.valueAsNumber / 100);
  });
  slider.addEventListener('change', write);
  figure.dataset['alive'] = '';

  if (restore() || reducedMotion()) return;
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      run(0, unfolding, () => {
        const timer = setTimeout(() => run(1, folding, stop), rest);
        halt = () => clearTimeout(timer);
      });
    },
    { threshold: 0.6 },
  );
  watch.observe(picture);
  // the reader was quicker
  figure.addEventListener('pointerdown', () => watch.disconnect(), { once: true });
}
