import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/square-root.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { fields, RootModel, START, WIDEST } from '../../src/figures/square-root/model.ts';
import { rootPoster } from '../../src/figures/square-root/poster.ts';
import View from '../../src/figures/square-root/View.tsx';
import { readoutOf } from '../../src/figures/square-root/words.ts';
import { networkAt } from '../../src/ui/curves/paths.ts';
import { readLink } from '../../src/ui/link.ts';
import optimal from '../fixtures/optimal-relu.json' with { type: 'json' };
import oracle from '../fixtures/small-figures.json' with { type: 'json' };
import { createStage } from './approximate/stage.ts';

const poster = rootPoster();
function open() {
  const stage = createStage();
  return { stage, model: new RootModel(poster, stage.surroundings) };
}

/** Error of a network over the samples, by evaluating it there. */
function errorOf(model: ReturnType<typeof open>['model']): number {
  const { x, y } = model.preset.value.samples;
  const value = networkAt('relu', model.network.value ?? new Float64Array(1));
  const squares = Array.from(x, (at, i) => (value(at) - y[i]) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / x.length);
}

describe('the model of square-root', () => {
  it('has equal pieces as the reference solves them', () => {
    const { model } = open();
    for (const { pieces, rms } of oracle.evenRoot)
      expect(model.even.value[pieces - 1]?.[1]).toBeCloseTo(rms, 12);
  });

  it('has free kinks between the proved bound and the best network of the reference', () => {
    const { model } = open();
    const { lower, net } = optimal.targets.sqrtabs;
    for (const [width, rms] of model.free.value) {
      expect(rms).toBeGreaterThan((lower[width] ?? 0) * (1 - 1e-5));
      expect(rms).toBeGreaterThanOrEqual(poster.lowerBounds[width] ?? 0);
    }
    for (const [width, rms] of Object.entries(net)) {
      const found = model.free.value[Number(width) - 1]?.[1] ?? 0;
      // within the share that the search is allowed to miss the reference by
      if (Number(width) > 0) expect(found / rms).toBeLessThan(1.05);
    }
  });

  it('lets free kinks win at every width from 2, and by more the wider', () => {
    const { model } = open();
    const ratio = (width: number) =>
      (model.even.value[width - 1]?.[1] ?? 0) / (model.free.value[width - 1]?.[1] ?? 1);
    for (let width = 2; width <= WIDEST; width++) expect(ratio(width)).toBeGreaterThan(1);
    expect(ratio(16)).toBeGreaterThan(2 * ratio(4));
    expect(ratio(64)).toBeGreaterThan(2 * ratio(16));
  });

  it('draws the network whose error it states, at once and after a search in the worker', () => {
    const { stage, model } = open();
    expect(errorOf(model) / model.here.value.free).toBeCloseTo(1, 5);
    model.wake();
    model.look(true);
    model.setWidth(9);
    expect(model.network.value).toBeUndefined();
    expect(readoutOf(model, labels)).toContain('on the way');
    stage.until(() => model.network.value !== undefined, 20_000);
    expect(model.network.value?.length).toBe(28);
    expect(errorOf(model) / model.here.value.free).toBeCloseTo(1, 5);
    model.setWidth(START);
    expect(model.network.value?.length).toBe(3 * START + 1);
  });

  it('refuses a link beyond its window', () => {
    for (const part of ['width=0', 'width=65', 'close=yes'])
      expect(readLink('r', fields, `#r~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of square-root is whole before any script runs', async () => {
  const html = render(
    <View id="square-root" labels={labels} shared={site.figure} poster={poster} />,
  );
  expect(html).toContain('With 16 neurons');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/square-root.html',
  );
});
