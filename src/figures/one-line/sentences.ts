// What the figure says in words: the score, what no line can beat, and why.
import type labelsFile from '../../../content/en/figures/one-line.json';
import type { BestLine } from '../../core/best-line.ts';
import type { Separation } from '../../core/separability.ts';
import { fill, fixed, type SharedWords } from '../../ui/words.ts';

export type Labels = typeof labelsFile;

const counts = ['one', 'two', 'three'] as const;

/** "lies between two points of class A" */
function within(labels: Labels, weights: readonly unknown[], name: string): string {
  return fill(labels.within[counts[weights.length - 1] ?? 'three'], { name });
}

export function reasonSentence(reason: Separation, labels: Labels, shared: SharedWords): string {
  switch (reason.kind) {
    case 'empty':
      return labels.empty;
    case 'separable':
      return fill(labels.separable, { gap: fixed(reason.gap, 3) });
    case 'inseparable':
      return fill(labels.inseparable, {
        x: fixed(reason.point[0], 2),
        y: fixed(reason.point[1], 2),
        inA: within(labels, reason.weightsA, shared.classA),
        inB: within(labels, reason.weightsB, shared.classB),
      });
    default:
      return reason satisfies never;
  }
}

export function bestSentence({ correct }: BestLine, reached: number, labels: Labels): string {
  return fill(reached < correct ? labels.best : labels.bestReached, { best: correct });
}
