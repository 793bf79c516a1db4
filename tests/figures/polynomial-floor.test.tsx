import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/polynomial-floor.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import {
  FloorModel,
  fields,
  names,
  stops,
  targetNames,
  WIDEST,
} from '../../src/figures/polynomial-floor/model.ts';
import View from '../../src/figures/polynomial-floor/View.tsx';
import { readoutOf } from '../../src/figures/polynomial-floor/words.ts';
import { readLink } from '../../src/ui/link.ts';
import oracle from '../fixtures/small-figures.json' with { type: 'json' };

describe('the model of polynomial-floor', () => {
  it.each(oracle.floors)(
    'reaches the stored floor of degree $degree on $target to six digits, and stays',
    (row) => {
      const model = new FloorModel();
      model.setActivation(names[row.degree - 1] ?? 'identity');
      model.setTarget(row.target as 'sine');
      expect(model.degree.value).toBe(row.degree);
      expect(Math.abs(model.floor.value / row.floor - 1)).toBeLessThan(1e-9);
      for (const width of stops.filter((count) => count >= row.degree)) {
        model.setWidth(width);
        expect(Math.abs(model.reached.value / row.floor - 1)).toBeLessThan(5e-7);
      }
    },
  );

  it('is never below its floor, and ReLU always ends below it', () => {
    const model = new FloorModel();
    for (const target of targetNames) {
      model.setTarget(target);
      for (const name of names) {
        model.setActivation(name);
        for (const rms of model.fit.value.rms)
          expect(rms).toBeGreaterThan(model.floor.value * (1 - 1e-9));
        expect(model.chain.value.rms).toBeLessThan(model.floor.value / 2);
      }
    }
  });

  it('draws with ReLU what the readings of its width say', () => {
    const model = new FloorModel();
    for (const [width, rms] of model.relus.value) {
      model.setWidth(width);
      expect(model.chain.value.rms).toBe(rms);
    }
    model.setWidth(1e5);
    expect(model.width.value).toBe(WIDEST);
    expect(readoutOf(model, labels)).toContain(
      'come down to 0.641707; the floor of degree 3 is 0.641707',
    );
  });

  it('refuses a link to an activation without a floor', () => {
    for (const part of ['activation=relu', 'target=line', 'width=513'])
      expect(readLink('p', fields, `#p~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of polynomial-floor is whole before any script runs', async () => {
  const html = render(
    <View
      id="polynomial-floor"
      labels={labels}
      shared={site.figure}
      targets={curveLabels.targets}
      activations={{ identity: 'identity', square: 'square', cube: 'cube' }}
    />,
  );
  expect(html).toContain('512 neurons with activation z³');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/polynomial-floor.html',
  );
});
