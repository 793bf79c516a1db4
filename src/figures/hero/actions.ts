// What the first picture shares with every figure, without a framework: a link that restores it,
// reset, full screen.
import { replaceAddress } from '../../ui/address.ts';
import { readLink, wholeIn, writeLink } from '../../ui/link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';

export type ActionWords = Pick<
  SharedWords,
  'copied' | 'copyFailed' | 'badLink' | 'fullScreen' | 'exitFullScreen'
>;

/** The picture as it starts: folded. */
const start = { fold: 100 };
const fields = { fold: wholeIn(0, 100) };

interface Parts {
  readonly figure: HTMLElement;
  readonly words: ActionWords;
  /** Percent folded. */
  readonly fold: () => number;
  readonly show: (percent: number) => void;
}

/** Wires the row of buttons; `restore` follows a link and says whether there was one. */
export function wireActions({ figure, words, fold, show }: Parts) {
  const [reset, copy, full] = figure.querySelectorAll<HTMLButtonElement>('.action-buttons button');
  const fault = figure.querySelector<HTMLElement>('[role="alert"]');
  const copied = figure.querySelector<HTMLElement>('.copied');
  if (!reset || !copy || !full || !fault || !copied) throw new Error('the row of actions is cut');

  const write = () => {
    fault.textContent = '';
    const fragment = writeLink(figure.id, fields, start, { fold: fold() });
    const address = `${location.href.split('#')[0]}#${fragment}`;
    replaceAddress(address);
    return address;
  };
  reset.addEventListener('click', () => {
    show(start.fold);
    write();
  });
  copy.addEventListener('click', async () => {
    copied.textContent = await navigator.clipboard.writeText(write()).then(
      () => words.copied,
      () => words.copyFailed,
    );
  });
  full.addEventListener('click', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void figure.requestFullscreen?.().catch(() => {});
  });
  document.addEventListener('fullscreenchange', () => {
    full.textContent =
      document.fullscreenElement === figure ? words.exitFullScreen : words.fullScreen;
  });

  const restore = () => {
    const reading = readLink(figure.id, fields, location.hash);
    fault.textContent =
      reading.kind === 'fault' ? fill(words.badLink, { reason: reading.part }) : '';
    if (reading.kind === 'state') show(reading.values.fold ?? start.fold);
    return reading.kind === 'state';
  };
  addEventListener('hashchange', restore);
  return { write, restore };
}
