import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/condition-number.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { allConditions } from '../../src/figures/condition-number/conditions.ts';
import {
  ConditionModel,
  fields,
  MOST_STEPS,
  names,
  roundSteps,
  WIDEST,
} from '../../src/figures/condition-number/model.ts';
import View from '../../src/figures/condition-number/View.tsx';
import { largeText, readoutOf } from '../../src/figures/condition-number/words.ts';
import { readLink } from '../../src/ui/link.ts';
import oracle from '../fixtures/small-figures.json' with { type: 'json' };

const conditions = allConditions();

describe('the poster of condition-number', () => {
  it.each(oracle.conditions)(
    'has the stored condition numbers of width $width',
    ({ width, relus, hats }) => {
      // it keeps five digits
      expect((conditions.relus[width - 1] ?? 0) / relus).toBeCloseTo(1, 4);
      expect((conditions.hats[width - 1] ?? 0) / hats).toBeCloseTo(1, 4);
    },
  );
});

describe('the model of condition-number', () => {
  it.each(oracle.descent)(
    'shows at width $width after $steps steps what the reference shows',
    (row) => {
      const model = new ConditionModel();
      model.setWidth(row.width);
      model.setSteps(row.steps);
      expect(model.errors.value.relus).toBeCloseTo(row.relus, 8);
      expect(model.errors.value.hats).toBeCloseTo(row.hats, 8);
      expect(model.least.value).toBeCloseTo(row.least, 8);
    },
  );

  it('lets hats arrive before ReLUs, on every curve and at every width from 2', () => {
    const model = new ConditionModel();
    for (const name of names) {
      model.setTarget(name);
      for (const width of [2, 5, 16, 64]) {
        model.setWidth(width);
        const { relus, hats } = model.needed.value;
        expect(hats).toBeLessThan(relus);
        expect(hats).toBeLessThan(40);
      }
    }
  });

  it('keeps width and steps within what is drawn', () => {
    const model = new ConditionModel();
    model.setWidth(1e6);
    model.setSteps(1e20);
    expect(model.width.value).toBe(WIDEST);
    expect(model.steps.value).toBe(MOST_STEPS);
    expect(roundSteps(0)).toBe(1);
    expect(roundSteps(123_456)).toBe(123_000);
  });

  it('writes large numbers with a power of ten', () => {
    expect([15, 1000, 25_224, 203_236_735, 1e6].map(largeText)).toEqual([
      '15',
      '1000',
      '25200',
      '2.03 × 10⁸',
      '10⁶',
    ]);
    expect(readoutOf(new ConditionModel(), labels)).toContain('at step 15, ReLUs');
  });

  it('refuses a link beyond its window', () => {
    for (const part of ['width=0', 'width=65', 'steps=0', 'steps=1e10', 'target=absolute'])
      expect(readLink('c', fields, `#c~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of condition-number is whole before any script runs', async () => {
  const html = render(
    <View
      id="condition-number"
      labels={labels}
      shared={site.figure}
      targets={curveLabels.targets}
      conditions={conditions}
    />,
  );
  expect(html).toContain('After step 1000');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/condition-number.html',
  );
});
