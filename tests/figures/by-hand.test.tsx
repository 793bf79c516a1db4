import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/by-hand.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { activations } from '../../src/core/activations.ts';
import { optimalCurve } from '../../src/core/approximation/curve.ts';
import { createMlp, predict } from '../../src/core/mlp.ts';
import {
  BASE,
  GAP,
  type Made,
  materials,
  type Values,
} from '../../src/figures/by-hand/kinds/kind.ts';
import { type KindName, kindNames, kinds } from '../../src/figures/by-hand/kinds/kinds.ts';
import { ByHandModel } from '../../src/figures/by-hand/model.ts';
import { posterOf, usual } from '../../src/figures/by-hand/poster.ts';
import { CLOSE, fields } from '../../src/figures/by-hand/settings.ts';
import View from '../../src/figures/by-hand/View.tsx';
import { readoutOf, tableOf } from '../../src/figures/by-hand/words.ts';
import reference from '../fixtures/optimal-relu.json' with { type: 'json' };
import { createStage } from './approximate/stage.ts';

const poster = posterOf(usual);
function open() {
  const stage = createStage();
  return { stage, model: new ByHandModel(poster, stage.surroundings) };
}
type Model = ReturnType<typeof open>['model'];

/** What the numbers mean, written down once more without any network: the curve at x. */
function meaning(kind: KindName, values: Values, { material, steepness }: Made) {
  const { exp } = Math;
  const rise = (t: number) => {
    if (material === 'relu') return Math.min(1, Math.max(0, 0.5 + (t * steepness) / 4));
    return 1 / (1 + exp(-steepness * t));
  };
  const blocks = (size: number) =>
    Array.from({ length: (values.length - 1) / size }, (_, i) =>
      values.slice(1 + i * size, 1 + (i + 1) * size),
    );
  return (x: number): number => {
    switch (kind) {
      case 'kinks': {
        let i = 0;
        while (i < values.length - 4 && values[i + 2] <= x) i += 2;
        const share = (x - values[i]) / (values[i + 2] - values[i]);
        return values[i + 1] + share * (values[i + 3] - values[i + 1]);
      }
      case 'steps':
        return blocks(2).reduce((sum, [at, height]) => sum + height * rise(x - at), values[0]);
      case 'bumps':
        return blocks(3).reduce(
          (sum, [left, right, height]) => sum + height * (rise(x - left) - rise(x - right)),
          values[0],
        );
      default:
        return blocks(4).reduce((sum, [left, peak, right, height]) => {
          const share = x <= peak ? (x - left) / (peak - left) : (right - x) / (right - peak);
          return sum + height * (x === peak ? 1 : Math.max(0, share));
        }, values[0]);
    }
  };
}

/** Everything a reader may do to the blocks, and places even where no pointer gets. */
const deeds = fc.array(
  fc.record({
    what: fc.constantFrom('move', 'set', 'add', 'addAt', 'remove', 'clear', 'undo', 'redo', 'drag'),
    which: fc.nat(40),
    x: fc.double({ min: -3, max: 3, noNaN: true }),
    y: fc.double({ min: -9, max: 9, noNaN: true }),
  }),
  { maxLength: 25 },
);
type Deed = typeof deeds extends fc.Arbitrary<readonly (infer D)[]> ? D : never;

function perform(model: Model, { what, which, x, y }: Deed) {
  const grips = model.grips.value;
  const grip = grips[which % grips.length];
  const rules = model.rules.value;
  switch (what) {
    case 'move':
      return model.move(grip, x, y);
    case 'drag':
      model.choose(grip.block);
      model.point(true);
      model.move(grip, x, y);
      model.move(grip, x / 2, y / 2);
      return model.point(false);
    case 'set': {
      const part = grip.block === BASE ? 'base' : rules.parts[which % rules.parts.length];
      const [low, high] = rules.range(model.values.value, grip.block, part);
      return model.set(grip.block, part, Math.max(low, Math.min(high, x)));
    }
    case 'addAt':
      return model.addAt(x, y);
    case 'remove':
      return model.removable.value ? model.remove(model.chosen.value) : undefined;
    default:
      return model[what as 'add' | 'clear' | 'undo' | 'redo']();
  }
}

describe.each(kindNames)('%s', (kind) => {
  it('compute what their numbers say, as the network that is shown', () => {
    const material = fc.constantFrom(...materials);
    fc.assert(
      fc.property(deeds, material, fc.integer({ min: 2, max: 500 }), (all, made, steepness) => {
        const { model } = open();
        model.setKind(kind);
        model.setMaterial(made);
        model.setSteepness(steepness);
        for (const deed of all) perform(model, deed);
        const { units, parameters } = model.network.value;
        expect(parameters.length).toBe(3 * units + 1);
        const values = model.values.value;
        const expected = meaning(kind, values, model.made.value);
        const steepest = Math.max(1, ...parameters.slice(0, units).map(Math.abs));
        const largest = Math.max(1, ...parameters.map(Math.abs));
        for (let x = -1; x <= 1; x += 0.09) {
          const y =
            units === 0
              ? parameters[0]
              : predict(
                  createMlp({ sizes: [1, units, 1], hidden: model.activation.value }),
                  parameters,
                  [x],
                )[0];
          // rounding of w·x + b, carried by the weights
          expect(Math.abs(y - expected(x))).toBeLessThan(1e-13 * steepest * largest * (units + 1));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stay sound whatever is done to them, and a link brings them back', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const { model } = open();
        model.setKind(kind);
        for (const deed of all) {
          perform(model, deed);
          const values = model.values.value;
          expect(kinds[kind].sound(values)).toBe(true);
          expect(model.count.value).toBeLessThanOrEqual(kinds[kind].most);
          expect(fields[kind].parse(fields[kind].format(values))).toEqual(values);
        }
        expect(Number.isFinite(model.score.value.rms)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('come back step by step when everything is undone, and again when it is redone', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const { model } = open();
        model.setKind(kind);
        const start = model.values.value;
        for (const deed of all) if (!/undo|redo/.test(deed.what)) perform(model, deed);
        const end = model.values.value;
        while (model.canUndo.value) model.undo();
        expect(model.values.value).toEqual(start);
        while (model.canRedo.value) model.redo();
        expect(model.values.value).toEqual(end);
      }),
      { numRuns: 40 },
    );
  });

  it('refuse links that are no construction', () => {
    const bad = {
      kinks: ['', '1,2', '-1,0,0.5,0', '-1,0,0.5,0,0.2,0,1,0', '-1,0,1', '-1,x,1,0', '-1,5,1,0'],
      hats: ['', '0,1', '0,0,0,0.5,1', '0,-0.5,0.5,0.2,1', '0,-2,0,1,1', '0,-0.5,0,1.5,1'],
      steps: ['', '0,1', '0,2,1', '0,x,1'],
      bumps: ['', '0,1', '0,0.5,0.5,1', '0,0.5,0.2,1', '0,-2,0,1'],
    }[kind];
    for (const text of bad) expect(fields[kind].parse(text)).toBeUndefined();
  });

  it('get a hint that is true, or none', () => {
    const { model } = open();
    model.setKind(kind);
    model.seekHint();
    const hint = model.hint.value;
    if (hint === undefined || hint === 'none') throw new Error('the start could be better');
    const before = model.score.value.rms;
    model.set(hint.block, hint.part, hint.to);
    expect(model.score.value.rms).toBe(hint.rms);
    expect(hint.rms).toBeLessThan(before);
    expect(model.hint.value).toBeUndefined();
  });

  it('are better with one more where the network misses most', () => {
    const { model } = open();
    model.setKind(kind);
    const before = { ...model.score.value, count: model.count.value };
    model.add();
    expect(model.count.value).toBe(before.count + 1);
    expect(model.score.value.rms).toBeLessThan(before.rms);
    expect(model.score.value.units).toBeGreaterThan(before.units);
  });
});

describe('neurons are counted as they are used:', () => {
  const count = (kind: KindName, values: Values, material: Made['material'] = 'relu') =>
    kinds[kind].build(values, { material, steepness: 50 }).units;

  it('a hat takes three, and neighbours that share kinks fewer', () => {
    expect(count('hats', [0, -0.5, 0, 0.5, 1])).toBe(3);
    expect(count('hats', [0, -0.6, -0.5, -0.2, 1, 0.1, 0.3, 0.4, 1])).toBe(6);
    expect(count('hats', [0, -0.5, -0.2, 0.1, 1, -0.2, 0.1, 0.4, 3])).toBe(4);
    // half a hat at each end and one between: kinks at the left end and in the middle
    expect(count('hats', [0, -1, -1, 0, 1, -1, 0, 1, 2, 0, 1, 1, -1])).toBe(2);
  });

  it('a step takes one sigmoid or two ReLUs, a bump two or four, and bumps that touch share', () => {
    expect(count('steps', [0, 0.5, 1], 'sigmoid')).toBe(1);
    expect(count('steps', [0, 0.5, 1], 'relu')).toBe(2);
    expect(count('bumps', [0, -0.5, 0, 1], 'tanh')).toBe(2);
    expect(count('bumps', [0, -0.5, 0, 1], 'relu')).toBe(4);
    expect(count('bumps', [0, -0.5, 0, 1, 0, 0.5, 2], 'sigmoid')).toBe(3);
    // up and down again at one place is no step at all
    expect(count('bumps', [0, -0.5, 0, 1, 0, 0.5, 1], 'sigmoid')).toBe(2);
  });

  it('a chain takes one a piece, and none for a knot that does not bend', () => {
    expect(count('kinks', [-1, 0, 0, 1, 1, 0])).toBe(2);
    expect(count('kinks', [-1, 0, 0, 0.5, 1, 1])).toBe(1);
    expect(count('kinks', [-1, 1, 1, 1])).toBe(0);
  });
});

describe('the model of by-hand', () => {
  it('is never better than the reference optimum of as many neurons', () => {
    const { model } = open();
    const { rms, compared, best } = model.score.value;
    expect(best ?? 0).toBeGreaterThanOrEqual(reference.targets.sin3pi.lower[compared] * (1 - 1e-5));
    expect(rms).toBeGreaterThan(best ?? 0);
  });

  it('keeps what was built of each kind when another is looked at', () => {
    const { model } = open();
    model.move({ block: 2, part: 'whole' }, -0.45, 0.9);
    const chain = model.values.value;
    for (const kind of kindNames.slice(1)) {
      model.setKind(kind);
      expect(model.values.value).toEqual(usual[kind]);
      model.clear();
    }
    model.setKind('kinks');
    expect(model.values.value).toEqual(chain);
    for (let i = 0; i < 4; i++) model.undo();
    expect(model.values.value).toEqual(usual.kinks);
    expect(model.canUndo.value).toBe(false);
  });

  it('undoes a drag as a whole, and a reset', () => {
    const { model } = open();
    model.point(true);
    for (let i = 1; i <= 9; i++) model.move({ block: 2, part: 'whole' }, -0.4, 0.8 + i / 100);
    model.point(false);
    model.kinks.value = usual.kinks;
    model.undo();
    expect(model.values.value[5]).toBe(0.89);
    model.undo();
    expect(model.values.value).toEqual(usual.kinks);
  });

  it('snaps what a pointer drags to the kinks of others, and lets keys pass', () => {
    const { model } = open();
    model.setKind('hats');
    model.set(0, 'right', -0.7);
    const foot = { block: 0, part: 'right' } as const;
    model.move(foot, -0.612, 0);
    expect(model.values.value[3]).toBe(-0.612);
    model.point(true);
    model.move(foot, -0.612, 0);
    expect(model.values.value[3]).toBe(-0.6);
  });

  it('moves hats that share a ReLU together', () => {
    const { model } = open();
    model.setKind('hats');
    model.hats.value = [0, -0.5, 0, 0.5, 1, 0, 0.5, 0.9, -1];
    model.move({ block: 0, part: 'whole' }, 0.1, 1);
    // the free foot goes along, the shared one stays on the other's peak, the other's foot goes along
    expect(model.values.value).toEqual([0, -0.4, 0.1, 0.5, 1, 0.1, 0.5, 0.9, -1]);
  });

  it('knows gradient descent of the same activation and as many neurons', () => {
    const { stage, model } = open();
    expect(model.score.value.descent).toBe(poster.descent[model.score.value.units - 1]);
    model.wake();
    model.setKind('steps');
    expect(model.score.value.descent).toBeUndefined();
    stage.until(() => model.score.value.descent !== undefined, 20_000);
    const sigmoids = model.score.value.descent ?? 0;
    expect(sigmoids).toBeGreaterThan(0);
    model.setMaterial('tanh');
    stage.until(() => model.score.value.descent !== undefined, 20_000);
    expect(model.score.value.descent).not.toBe(sigmoids);
    model.setMaterial('sigmoid');
    expect(model.score.value.descent).toBe(sigmoids);
  });

  it('sets both challenges, and they can be met', () => {
    const { model } = open();
    model.clear();
    expect(model.score.value).toMatchObject({ units: 0, beaten: false, close: false });
    model.undo();
    expect(model.score.value).toMatchObject({ units: 6, beaten: false, close: false });
    // the chain of the best curve with as many knots as a reader might use
    const { samples } = model.preset.value;
    const { knots, values } = optimalCurve(samples).widths[8].curve;
    model.kinks.value = Array.from(knots).flatMap((at, i) => [at, values[i]]);
    const { rms, best, beaten, close, units, enough } = model.score.value;
    expect([beaten, close]).toEqual([true, true]);
    expect(rms).toBeLessThanOrEqual(CLOSE * (best ?? 0));
    expect(units).toBe(9);
    expect(enough ?? units).toBeLessThanOrEqual(units);
    model.move({ block: 3, part: 'whole' }, knots[3], values[3] + 0.6);
    expect(model.score.value).toMatchObject({ beaten: true, close: false });
  });

  it('adds knots where the network misses most, and moves an end that has no room beside it', () => {
    const { stage, model } = open();
    model.wake();
    model.setTarget('zigzag');
    model.clear();
    stage.until(() => model.score.value.best !== undefined, 20_000);
    expect(readoutOf(model, labels)).toContain('of the best level line, ');
    for (let i = 0; i < 8; i++) model.add();
    const { values } = model;
    expect([values.value[1], values.value.at(-1)].map((y) => Math.abs(Number(y)))).toEqual([
      expect.closeTo(1, 1),
      expect.closeTo(1, 1),
    ]);
    // five kinks and two ends, and one knot more
    expect(model.count.value).toBeLessThanOrEqual(8);
    expect(model.score.value.rms).toBeLessThan(0.02);
  });

  it('shows the best of the same width', () => {
    const { stage, model } = open();
    model.wake();
    expect(model.tried.value).toBe(false);
    model.add();
    expect(model.tried.value).toBe(true);
    model.setBest(true);
    stage.until(() => model.bestParameters.value !== undefined, 20_000);
    expect(model.bestParameters.value?.length).toBe(3 * model.score.value.units + 1);
  });

  it('finds what there is to beat on another target', () => {
    const { stage, model } = open();
    model.wake();
    model.setTarget('runge');
    stage.until(
      () => model.score.value.best !== undefined && model.score.value.descent !== undefined,
      20_000,
    );
    const { best, compared } = model.score.value;
    expect(best ?? 0).toBeGreaterThanOrEqual(reference.targets.runge.lower[compared] * (1 - 1e-5));
  });

  it('tells of one neuron and of none', () => {
    const { model } = open();
    model.clear();
    expect(readoutOf(model, labels)).toContain('Without a neuron');
    model.set(1, 'y', 1);
    expect(readoutOf(model, labels)).toContain('Your one ReLU neuron misses');
  });

  it('lists every number of every block in the table', () => {
    const { model } = open();
    for (const kind of kindNames) {
      model.setKind(kind);
      const { columns, rows } = tableOf(model, labels);
      const { count, hasBase, parts } = kinds[kind];
      expect(rows.length).toBe(count(usual[kind]) + (hasBase ? 1 : 0));
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      expect(columns.length).toBe(1 + parts.length);
    }
  });
});

it('every kind is drawn whole before any script runs', async () => {
  for (const kind of kindNames) {
    const html = render(
      <View
        id="by-hand"
        labels={labels}
        shared={site.figure}
        targets={curveLabels.targets}
        poster={{ ...poster, start: { ...usual, kind } }}
      />,
    );
    expect(html).toContain('times the error of the best ReLU network');
    expect(html).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
    await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `./__snapshots__/by-hand-${kind}.html`,
    );
  }
});

it('everything a step can be made of is an activation of the registry', () => {
  for (const material of materials) expect(activations[material]).toBeDefined();
  expect(GAP).toBeGreaterThan(0);
});

it.each(kindNames)('a handle that outlives its block moves nothing (%s)', (kind) => {
  const { model } = open();
  model.setKind(kind);
  const before = model.values.value;
  const gone = model.count.value + 2;
  model.move({ block: gone, part: 'whole' }, 0.1, 0.2);
  for (const part of kinds[kind].parts) model.set(gone, part, 0.3);
  model.remove(gone);
  expect(model.values.value).toBe(before);
  expect(Number.isFinite(model.score.value.rms)).toBe(true);
});
