import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import labels from '../../content/en/figures/neuron.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { NeuronModel } from '../../src/figures/neuron/model.ts';
import View from '../../src/figures/neuron/View.tsx';
import plane from '../fixtures/plane.json' with { type: 'json' };

/** Points on their own side of w·x + b = 0, counted from the stored data. */
function countRight([w1, w2, b]: readonly number[]) {
  const positive = ([x1 = 0, x2 = 0]: readonly number[]) => w1 * x1 + w2 * x2 + b > 0;
  return plane.A.filter((point) => !positive(point)).length + plane.B.filter(positive).length;
}

it.each([
  [0.9, 0.6, -0.4],
  [1.6, 1.2, -1.2],
  [-1.8, -0.9, -1.2],
  [0, 1, 0],
] as const)('counts the points on their own side of %d x₁ + %d x₂ + %d = 0', (w1, w2, b) => {
  const model = new NeuronModel();
  model.setLine([w1, w2, b]);
  expect(model.correct.value).toBe(countRight([w1, w2, b]));
});

it('keeps its line when the last weight would vanish', () => {
  const model = new NeuronModel();
  model.setLine([0, 1, 0]);
  model.setPart(1, 0);
  expect(model.line.value).toEqual([0, 1, 0]);
});

it('is drawn whole on the server', async () => {
  const html = render(<View id="neuron" labels={labels} shared={site.figure} />);
  await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/neuron.html');
});
