import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/joining-dots.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import {
  fields,
  JoiningDotsModel,
  MOST_PIECES,
  names,
} from '../../src/figures/joining-dots/model.ts';
import View from '../../src/figures/joining-dots/View.tsx';
import { readoutOf } from '../../src/figures/joining-dots/words.ts';
import { readLink } from '../../src/ui/link.ts';

describe('the model of joining-dots', () => {
  it('keeps what it measures below both bounds, for every curve and every number of pieces', () => {
    const model = new JoiningDotsModel();
    for (const name of names) {
      model.setTarget(name);
      for (const { worst, modulus, bound } of model.readings.value) {
        // rounding, where a bound is met
        expect(worst).toBeLessThanOrEqual(modulus + 1e-12);
        if (bound !== undefined) expect(worst).toBeLessThanOrEqual(bound + 1e-12);
      }
    }
  });

  it('quarters the worst error of a smooth curve when the pieces are doubled', () => {
    const { readings } = new JoiningDotsModel();
    expect(readings.value[31].worst / readings.value[63].worst).toBeCloseTo(4, 1);
  });

  it('promises nothing from a second derivative that is not there', () => {
    const model = new JoiningDotsModel();
    model.setTarget('squareRoot');
    expect(model.here.value.bound).toBeUndefined();
    expect(readoutOf(model, labels)).toContain('no continuous second derivative');
    model.setTarget('absolute');
    expect(readoutOf(model, labels)).toContain('misses nowhere');
  });

  it('holds the number of pieces within what is drawn', () => {
    const model = new JoiningDotsModel();
    model.setPieces(1e9);
    expect(model.pieces.value).toBe(MOST_PIECES);
    model.setPieces(0.2);
    expect(model.pieces.value).toBe(1);
    expect(model.chain.value.x.length).toBe(2);
  });

  it('refuses a link to a curve that jumps', () => {
    for (const part of ['target=step', 'pieces=0', 'pieces=65', 'pieces=1.5'])
      expect(readLink('d', fields, `#d~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of joining-dots is whole before any script runs', async () => {
  const html = render(
    <View id="joining-dots" labels={labels} shared={site.figure} targets={curveLabels.targets} />,
  );
  expect(html).toContain('Promised beforehand');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/joining-dots.html',
  );
});
