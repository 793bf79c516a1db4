import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/depth.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { bounds } from '../../src/figures/depth/bounds.ts';
import { budgets, counts, DepthModel, fields } from '../../src/figures/depth/model.ts';
import View from '../../src/figures/depth/View.tsx';
import { readLink } from '../../src/ui/link.ts';

const computed = bounds();

describe('counts', () => {
  // M. Telgarsky's construction in the notes on depth: 12 against 64, 40 against 1 048 576
  it.each([
    [6, 12, 64],
    [20, 40, 1_048_576],
  ])('of %d folds are %d units in layers of two, and %d in one', (folds, deep, shallow) => {
    expect(counts(folds)).toMatchObject({ deep, shallow, pieces: shallow });
  });
});

describe('DepthModel', () => {
  it('starts with six folds and a quarter of the units one layer needs', () => {
    const model = new DepthModel(computed);
    expect(model.budget.value).toBe(16);
    expect(model.fit.value.rms).toBeCloseTo(0.251, 3);
    expect(model.bound.value).toBe(0.243);
  });

  it('keeps the share of the units when the folds change', () => {
    const model = new DepthModel(computed);
    model.setFolds(8);
    expect(model.budget.value).toBe(64);
    model.setFolds(1);
    expect(budgets(1)).toContain(model.budget.value);
  });

  it('has no bound that a fit goes below', () => {
    computed.forEach((row, i) => {
      const model = new DepthModel(computed);
      model.setFolds(i + 1);
      row.forEach((bound, place) => {
        model.setUnits(budgets(i + 1)[place]);
        expect(model.fit.value.rms).toBeGreaterThanOrEqual(bound);
      });
    });
  });

  it('follows x through the folds', () => {
    const model = new DepthModel(computed);
    model.setX(0.3);
    // 2u below one half, 2 − 2u above: exact to the rounding of 0.3
    [0.3, 0.6, 0.8, 0.4, 0.8, 0.4, 0.8].forEach((value, k) => {
      expect(model.stages.value[k]).toBeCloseTo(value, 12);
    });
  });

  it('agrees with the sawtooth where the one layer has units for it, and at every kink', () => {
    const model = new DepthModel(computed);
    model.setUnits(64);
    for (const x of [0, 0.2, 0.5, 0.984375, 1]) {
      model.setX(x);
      expect(model.fitted.value).toBeCloseTo(model.stages.value[6], 9);
    }
  });

  it('keeps x within the interval', () => {
    const model = new DepthModel(computed);
    model.setX(7);
    expect(model.x.value).toBe(1);
  });
});

describe('the link of depth', () => {
  it('gives back every allowed state and refuses the rest', () => {
    expect(readLink('depth', fields, '#depth~folds=9~units=256~x=0.125')).toEqual({
      kind: 'state',
      values: { folds: 9, units: 256, x: 0.125 },
    });
    for (const part of ['folds=11', 'folds=2.5', 'units=-1', 'x=NaN', 'x=2', 'y=1']) {
      expect(readLink('depth', fields, `#depth~${part}`)).toEqual({ kind: 'fault', part });
    }
  });
});

describe('the view of depth', () => {
  it('is whole before any script runs', async () => {
    const html = render(<View id="depth" labels={labels} shared={site.figure} bounds={computed} />);
    expect(html).toContain('12 neurons draw 64 pieces');
    await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      '__snapshots__/depth.html',
    );
  });
});
