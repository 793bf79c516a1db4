import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/by-hand.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { ByHandModel, knotsField, MOST_KNOTS } from '../../src/figures/by-hand/model.ts';
import { posterOf, usual } from '../../src/figures/by-hand/poster.ts';
import View, { readoutOf } from '../../src/figures/by-hand/View.tsx';
import { networkAt } from '../../src/ui/curves/paths.ts';
import reference from '../fixtures/optimal-relu.json' with { type: 'json' };
import { createStage } from './approximate/stage.ts';

const poster = posterOf(usual);
function open() {
  const stage = createStage();
  return { stage, model: new ByHandModel(poster, stage.surroundings) };
}

describe('the model of by-hand', () => {
  it('builds a ReLU network that passes through every knot, one unit a piece', () => {
    const { model } = open();
    const { units, parameters } = model.network.value;
    expect(units).toBe(model.knots.value.length - 1);
    const value = networkAt('relu', parameters);
    for (const { x, y } of model.knots.value) expect(value(x)).toBeCloseTo(y, 12);
  });

  it('is never better than the reference optimum of as many units', () => {
    const { model } = open();
    const { rms, units, best } = model.score.value;
    expect(best ?? 0).toBeGreaterThanOrEqual(reference.targets.sin3pi.lower[units] * (1 - 1e-5));
    expect(rms).toBeGreaterThan(best ?? 0);
  });

  it('keeps knots in order and the ends at the ends, wherever they are dragged', () => {
    const { model } = open();
    model.move(2, 9, 99);
    model.move(0, 0.5, 0.25);
    const xs = model.knots.value.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(model.knots.value[0]).toEqual({ x: -1, y: 0.25 });
    expect(knotsField.parse(knotsField.format(model.values.value))).toEqual(model.values.value);
  });

  it('adds knots up to the most and removes all but the ends', () => {
    const { model } = open();
    for (let i = 0; i < 40; i++) model.add();
    expect(model.knots.value.length).toBe(MOST_KNOTS + 2);
    for (let i = 0; i < 40; i++) model.remove();
    expect(model.knots.value.length).toBe(2);
    expect(readoutOf(model, labels)).toContain('one ReLU');
  });

  it('finds what there is to beat on another target', () => {
    const { stage, model } = open();
    model.wake();
    model.setTarget('runge');
    stage.until(
      () => model.score.value.best !== undefined && model.score.value.descent !== undefined,
      20_000,
    );
    const { best, units } = model.score.value;
    expect(best ?? 0).toBeGreaterThanOrEqual(reference.targets.runge.lower[units] * (1 - 1e-5));
  });

  it('refuses knots that are no chain', () => {
    for (const bad of ['', '1,2', '-1,0,0.5,0', '-1,0,0.5,0,0.2,0,1,0', '-1,0,1', '-1,x,1,0'])
      expect(knotsField.parse(bad)).toBeUndefined();
  });
});

it('the view of by-hand is whole before any script runs', async () => {
  const html = render(
    <View
      id="by-hand"
      labels={labels}
      shared={site.figure}
      targets={curveLabels.targets}
      poster={poster}
    />,
  );
  expect(html).toContain('times the error of the best network');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/by-hand.html',
  );
});
