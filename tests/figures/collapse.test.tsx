import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../content/en/activations.json';
import labels from '../../content/en/figures/collapse.json';
import site from '../../content/en/site.json';
import { Rational } from '../../src/core/rational.ts';
import { readEntry, typed, written } from '../../src/figures/collapse/entry.ts';
import { CollapseModel } from '../../src/figures/collapse/model.ts';
import { startWith } from '../../src/figures/collapse/start.ts';
import { fields, usualStart } from '../../src/figures/collapse/state.ts';
import CollapseView from '../../src/figures/collapse/View.tsx';
import { readLink } from '../../src/ui/link.ts';

/** The worked example of the proof page, reckoned there by hand. */
const worked = [
  {
    weights: [
      [1.6, 1.2],
      [-1.8, -0.9],
    ],
    bias: [-1.2, -1.2],
  },
  { weights: [[1, 1]], bias: [1] },
];

describe('an entry', () => {
  it.each([
    ['0.25', '1/4'],
    [' −3/4 ', '−3/4'],
    ['-1,5', '−3/2'],
    ['.5', '1/2'],
    ['6/4', '3/2'],
    ['－３／４', '−3/4'],
    ['０。２５', '1/4'],
    ['-0', '0'],
    ['3.14159265358979', '314159265358979/100000000000000'],
    ['1/524288', '1/524288'],
  ])('reads "%s" as %s', (text, fraction) => {
    expect(String(readEntry(text))).toBe(fraction);
  });
  it.each([
    ['', 'empty'],
    ['1/0', 'notNumber'],
    ['two', 'notNumber'],
    ['1e3', 'notNumber'],
    ['.', 'notNumber'],
    ['1/2/3', 'notNumber'],
    ['99.5', 'outOfRange'],
    ['123456789012345678901234567890', 'outOfRange'],
  ])('refuses "%s": %s', (text, fault) => {
    expect(readEntry(text)).toBe(fault);
  });
  it('is written so that it reads back to the same number', () => {
    const entries = fc.tuple(
      fc.integer({ min: -99, max: 99 }),
      fc.integer({ min: 1, max: 999_999 }),
    );
    fc.assert(
      fc.property(entries, ([numerator, denominator]) => {
        const value = Rational.of(numerator, denominator);
        expect(readEntry(typed(value))).toEqual(value);
      }),
    );
    const decimals = fc.tuple(fc.integer({ min: -98, max: 98 }), fc.stringMatching(/^\d{1,20}$/));
    fc.assert(
      fc.property(decimals, ([whole, digits]) => {
        const value = readEntry(`${whole}.${digits}`);
        expect(typeof value === 'object' && readEntry(typed(value))).toEqual(value);
      }),
    );
  });
  it('shows decimals that never end cut off, not rounded', () => {
    expect(written(Rational.of(2, 3), 'decimal')).toBe('0.6666…');
    expect(written(Rational.of(-200, 3), 'decimal')).toBe('−66.6666…');
    expect(written(Rational.of(1, 3), 'fraction')).toBe('1/3');
    expect(written(Rational.of(-15, 8), 'decimal')).toBe('−1.875');
  });
});

it('collapses the proof page’s example to the map worked out there', () => {
  const { collapsed, atOnce } = new CollapseModel({ ...startWith(worked), point: [1, 0, 0] });
  const { weights, bias } = collapsed.value.map;
  expect(weights.map((row) => row.map(String))).toEqual([['−1/5', '3/10']]);
  expect(bias.map(String)).toEqual(['−7/5']);
  expect(atOnce.value.map(String)).toEqual(['−8/5']);
});

it('gives the same point both ways, exactly, and the core’s network agrees in floating point', () => {
  const anyWidths = fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
  );
  fc.assert(
    fc.property(anyWidths, fc.integer({ min: 1, max: 9999 }), ([inputs, rest], seed) => {
      const widths = [inputs, ...rest];
      const { equal, atOnce, bentTrail } = new CollapseModel({ ...usualStart, widths, seed });
      expect(equal.value).toBe(true);
      // halves times hundredths, five layers deep, are exact in a double
      const floats = bentTrail.value[bentTrail.value.length - 1];
      expect(floats).toEqual(atOnce.value.map((value) => value.toNumber()));
    }),
    { numRuns: 60 },
  );
});

it('keeps what was typed when a layer shrinks and grows again, and when the typing is wrong', () => {
  const model = new CollapseModel(usualStart);
  expect(model.setEntry(0, 2, 1, '7/3')).toBeUndefined();
  model.setWidth(1, 1);
  model.setLayers(1);
  model.setLayers(3);
  model.setWidth(1, 3);
  expect(String(model.layers.value[0].weights[2][1])).toBe('7/3');
  expect(model.setEntry(0, 2, 1, 'seven')).toBe('notNumber');
  expect(String(model.layers.value[0].weights[2][1])).toBe('7/3');
  model.redraw();
  expect(model.edits.value).toEqual({});
});

it('|x| = ReLU(x) + ReLU(−x): the nearest affine map is flat and misses by at most half of the height', () => {
  const absolute = startWith([
    { weights: [[1], [-1]], bias: [0, 0] },
    { weights: [[1, 1]], bias: [0] },
  ]);
  const model = new CollapseModel(absolute);
  model.setActivation(0, 'relu');
  expect(model.verdict.value).toBe('bent');
  const { weights, bias, rms, max } = model.nearest.value ?? expect.unreachable();
  // the mean of |x| over the 401 points of the grid, a hundredth apart: 2 · (0.01 + … + 2) / 401
  const mean = 402 / 401;
  expect(weights[0][0]).toBeCloseTo(0, 12);
  expect(bias[0]).toBeCloseTo(mean, 12);
  expect(max).toBeCloseTo(mean, 12);
  // variance of the interval: 4/3 − 1; the grid's differs by about 1/400
  expect(Math.abs(rms - Math.sqrt(1 / 3))).toBeLessThan(2 / 400);
});

it('says so when an activation is on but meets no bend', () => {
  const shifted = startWith([{ weights: [[1]], bias: [5] }]);
  const model = new CollapseModel(shifted);
  model.setActivation(0, 'relu');
  expect(model.verdict.value).toBe('unbent');
});

it('says so when the values grow beyond floating point', () => {
  const steep = { weights: [[99]], bias: [99] };
  const model = new CollapseModel(startWith([steep, steep, steep, steep, steep]));
  for (let layer = 0; layer < 5; layer++) model.setActivation(layer, 'cube');
  expect(model.verdict.value).toBe('overflow');
  expect(model.nearest.value).toBeUndefined();
});

it('refuses stacks that do not fit, and links that cannot be', () => {
  expect(() => startWith([worked[1], worked[0]])).toThrow('inner map: got 1 outputs, expected 2');
  expect(() => startWith([{ weights: [[100]], bias: [0] }])).toThrow(
    'no entry of this figure: 100',
  );
  const wide = { weights: new Array(5).fill([1]), bias: new Array(5).fill(0) };
  expect(() => startWith([wide])).toThrow('layers: got 1 → 5, expected at most 3 inputs');
  for (const part of [
    'widths=4,1',
    'widths=2',
    'edits=0.0.0:x',
    'edits=9.0.0:1',
    'edits=0.0.0:1/0',
    'activations=relu',
    'activations=relu,none,identity,identity,identity',
    'point=1,2',
  ]) {
    expect(readLink('collapse', fields, `collapse~${part}`)).toEqual({ kind: 'fault', part });
  }
  expect(readLink('collapse', fields, 'collapse~edits=0.1.4:-3%2F4~widths=3,4')).toEqual({
    kind: 'state',
    values: { edits: { '0.1.4': '-3/4' }, widths: [3, 4] },
  });
  // on a page that starts with edits, none is a state too
  expect(fields.edits.parse(fields.edits.format({}))).toEqual({});
});

it('is drawn at build in the state of the article', async () => {
  const html = render(
    <CollapseView
      id="collapse"
      labels={labels}
      names={names}
      shared={site.figure}
      start={usualStart}
      steps={false}
    />,
  );
  await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/collapse.html');
});
