// What the first picture says of itself.
import type labelsFile from '../../../content/en/figures/hero.json';
import { fill, fixed } from '../../ui/words.ts';
import type { Hero } from './model.ts';

/** The words the script needs; the server's picture has more. */
export type HeroWords = Pick<
  typeof labelsFile,
  'readout' | 'alt' | 'percent' | 'play' | 'unfold' | 'stop'
>;

export function sentenceOf(words: HeroWords, { stage, drawing }: Hero): string {
  return fill(words.readout[stage], {
    slope: fixed(drawing.slope, 2),
    gap: fixed(drawing.strip?.gap ?? 0, 2),
  });
}
