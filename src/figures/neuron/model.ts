// One neuron with two inputs: its weights and bias, and how its line sorts the article's points.
import { computed, createModel, signal } from '@preact/signals';
import { datasets } from '../../core/datasets.ts';
import { type Line, side, withPart } from '../../ui/line.ts';
import { lineField } from '../../ui/line-field.ts';

export const points = datasets.article.points;

/** A line that is visibly not yet right: its first improvement is one drag away. */
export const start: Line = [0.9, 0.6, -0.4];

export const fields = { line: lineField };

export const NeuronModel = createModel(() => {
  const line = signal<Line>(start);

  /** Every point with its weighted sum; the positive side is called B. */
  const marked = computed(() =>
    points.map(({ x1, x2, label }) => {
      const sum = side(line.value, x1, x2);
      return { x: x1, y: x2, label, sum, wrong: label === 'B' ? sum <= 0 : sum > 0 };
    }),
  );
  const correct = computed(() => marked.value.filter((point) => !point.wrong).length);

  return {
    line,
    marked,
    correct,
    setLine(next: Line) {
      line.value = next;
    },
    setPart(index: 0 | 1 | 2, value: number) {
      line.value = withPart(line.value, index, value);
    },
  };
});
