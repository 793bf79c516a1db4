import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/one-kink.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { ARM, fields, OneKinkModel } from '../../src/figures/one-kink/model.ts';
import View, { readoutOf } from '../../src/figures/one-kink/View.tsx';
import { readLink } from '../../src/ui/link.ts';

/** Slope of the neuron between two places. */
const slope = (value: (x: number) => number, from: number, to: number) =>
  (value(to) - value(from)) / (to - from);

describe('the model of one-kink', () => {
  it.each([
    [2, 0.3, 0.6],
    [-3, -0.4, 0.5],
    [0.5, 0, -1.2],
    [-8, 1.3, -0.2],
  ])(
    'with w = %d, kink %d, a = %d jumps by a|w| in slope at the kink, measured on the graph',
    (w, at, a) => {
      const model = new OneKinkModel();
      model.w.value = w;
      model.at.value = at;
      model.a.value = a;
      const value = model.value.value;
      const left = slope(value, at - 0.2, at - 0.1);
      const right = slope(value, at + 0.1, at + 0.2);
      expect(right - left).toBeCloseTo(a * Math.abs(w), 10);
      expect(model.jump.value).toBeCloseTo(right - left, 10);
      expect(model.slopes.value[0]).toBeCloseTo(left, 10);
      expect(model.slopes.value[1]).toBeCloseTo(right, 10);
      expect(model.b.value).toBeCloseTo(-w * at, 12);
    },
  );

  it('keeps the jump and the place when it is turned round', () => {
    const model = new OneKinkModel();
    const before = [model.jump.value, model.at.value];
    model.turn();
    expect(model.facing.value).toBe(-1);
    expect([model.jump.value, model.at.value]).toEqual(before);
    model.setWeight(5);
    expect(model.w.value).toBe(-5);
  });

  it('lets the slope be taken hold of where the line is', () => {
    const model = new OneKinkModel();
    model.turn();
    model.setSlope(-0.9);
    expect(model.value.value(model.at.value - ARM)).toBeCloseTo(-0.9, 2);
  });

  it('as tanh steps by 2a at the same place, with slope aw in the middle', () => {
    const model = new OneKinkModel();
    model.setActivation('tanh');
    model.setWeight(8);
    const [at, a, value] = [model.at.value, model.a.value, model.value.value];
    expect(value(at)).toBeCloseTo(0, 12);
    // 8 units of the weighted sum away, tanh is 1 to seven digits
    expect(value(at + 1) - value(at - 1)).toBeCloseTo(2 * a, 6);
    expect(slope(value, at - 1e-5, at + 1e-5)).toBeCloseTo(8 * a, 6);
    expect(readoutOf(model, labels)).toContain('slope is aw = 4.80');
  });

  it('refuses a link to a neuron without a weight', () => {
    expect(readLink('one-kink', fields, '#one-kink~w=-3~at=0.5').kind).toBe('state');
    for (const part of ['w=0', 'w=9', 'w=0.1', 'at=2', 'a=x', 'activation=cube'])
      expect(readLink('one-kink', fields, `#one-kink~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of one-kink is whole before any script runs', async () => {
  const html = render(
    <View
      id="one-kink"
      labels={labels}
      shared={site.figure}
      activations={{ relu: 'ReLU', tanh: 'tanh' }}
    />,
  );
  expect(html).toContain('it jumps by a|w| = 0.60 × 2.00 = 1.20');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/one-kink.html',
  );
});
