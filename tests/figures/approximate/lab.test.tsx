import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../../content/en/activations.json' with { type: 'json' };
import article from '../../../content/en/figures/approximate.json' with { type: 'json' };
import own from '../../../content/en/figures/approximate-lab.json' with { type: 'json' };
import targeting from '../../../content/en/figures/approximate-target.json' with { type: 'json' };
import site from '../../../content/en/site.json' with { type: 'json' };
import zh from '../../../content/zh/figures/approximate.json' with { type: 'json' };
import { isBanded } from '../../../src/figures/approximate/Band.tsx';
import LabView, { labFields } from '../../../src/figures/approximate/LabView.tsx';
import { LabModel } from '../../../src/figures/approximate/lab-model.ts';
import {
  floorText,
  guaranteeText,
  labReadout,
  lineText,
} from '../../../src/figures/approximate/lab-words.ts';
import { posterOf } from '../../../src/figures/approximate/poster.ts';
import { presetProblem } from '../../../src/figures/approximate/problem.ts';
import { labStart } from '../../../src/figures/approximate/settings.ts';
import { slopeJump, unitsOf } from '../../../src/figures/approximate/units.ts';
import { readoutOf, stateOf } from '../../../src/figures/approximate/words.ts';
import { NEGLIGIBLE } from '../../../src/ui/errors.ts';
import { readLink, writeLink } from '../../../src/ui/link.ts';
import { createStage } from './stage.ts';

const labels = { ...article, ...own, targeting };
const poster = posterOf(labStart);
const open = () => {
  const stage = createStage();
  return { stage, model: new LabModel(poster, stage.surroundings) };
};

describe('LabModel', () => {
  it('trains anew on another target, typed or picked, and keeps the width', () => {
    const { stage, model } = open();
    model.targeting.choosePreset('runge');
    stage.until(() => model.shown.value.step > 0 && model.shown.value.step !== labStart.step);
    expect(model.target.value).toEqual({ kind: 'preset', name: 'runge' });
    expect(model.problem.value.samples.y).toEqual(presetProblem('runge').samples.y);
    expect(model.width.value).toBe(labStart.width);
    expect(model.course.value[0]).toMatchObject({ at: 0, recycle: true });
  });

  it('restores a drawn target and its run from a link to the same bits', () => {
    const { stage, model } = open();
    model.targeting.open('drawing');
    model.targeting.hand.draw([
      [-0.5, 0.2],
      [0.5, -0.7],
    ]);
    stage.until(() => model.shown.value.step > 6 && model.shown.value.step < 39);
    model.pause();
    for (let i = 0; i < 5; i++) stage.frame();
    const now = {
      target: model.target.value,
      width: model.width.value,
      activation: model.activation.value,
      initialiser: model.initialiser.value,
      seed: model.seed.value,
      trainer: model.course.value,
      step: model.step.value,
      unit: 0,
      band: false,
    };
    const { course, ...start } = labStart;
    const link = writeLink(
      'lab',
      labFields,
      {
        ...start,
        target: { kind: 'preset', name: start.target },
        trainer: course,
        unit: 0,
        band: false,
      },
      now,
    );
    const reading = readLink('lab', labFields, link);
    if (reading.kind !== 'state' || !reading.values.target)
      throw new Error(`cannot be read: ${link}`);
    const other = open();
    other.model.target.value = reading.values.target;
    other.model.step.value = reading.values.step ?? labStart.step;
    if (reading.values.trainer) other.model.course.value = reading.values.trainer;
    other.stage.until(() => other.model.shown.value.step === now.step);
    expect(other.model.shown.value.parameters).toEqual(model.shown.value.parameters);
  });

  it('restores a typed target at its step, though its reader has to be fetched first', async () => {
    const { stage, model } = open();
    const reading = readLink('lab', labFields, 'lab~target=f!0!2!x%5E2~trainer=0.adam~step=30');
    if (reading.kind !== 'state' || !reading.values.target) throw new Error('cannot be read');
    model.target.value = reading.values.target;
    model.course.value = reading.values.trainer ?? [];
    model.step.value = 30;
    for (let i = 0; i < 30; i++) stage.frame();
    expect(model.settled.value).toBe(false);
    await expect.poll(() => model.problem.value.samples.domain).toEqual([0, 2]);
    stage.until(() => model.shown.value.step === 30);
    for (let i = 0; i < 30; i++) stage.frame();
    expect(model.shown.value.step).toBe(30);
    expect(model.target.value).toBe(reading.values.target);
  });

  it('says how far it is while it catches up with a link, and never mixes old and new', () => {
    const { stage, model } = open();
    const said: string[] = [];
    model.width.value = 9;
    model.course.value = [{ at: 0, trainer: 'adam', recycle: false, goal: 0 }];
    model.step.value = 400;
    expect(readoutOf(model, labels, names)).toBe(labels.state.starting);
    stage.until(() => {
      const { parameters, step } = model.shown.value;
      if (model.settled.value) {
        expect(parameters).toHaveLength(28);
        said.push(readoutOf(model, labels, names));
        if (step < 400) expect(said.at(-1)).toContain('Catching up to step 400');
      }
      return step === 400;
    });
    expect(said.length).toBeGreaterThan(2);
    expect(model.step.value).toBe(400);
    expect(readoutOf(model, labels, names)).toContain('9 ReLU neurons miss');
  });

  it('says where the search for the best stopped, and tries again when asked', () => {
    const { stage, model } = open();
    model.best.wake();
    // what is known at build would do
    model.best.press();
    for (let i = 0; i < 3; i++) stage.frame();
    stage.kill();
    stage.kill();
    expect(model.best.failed.value).toBe(true);
    expect(readoutOf(model, labels, names)).toContain(labels.worth.failed);
    model.jump();
    stage.until(() => model.shown.value.status === 'optimum');
  });

  it('waits for the end of a stroke before it trains on it', () => {
    const { stage, model } = open();
    model.targeting.open('drawing');
    for (let i = 0; i < 3; i++) stage.frame();
    const before = model.problem.value;
    model.targeting.hand.setBusy(true);
    model.targeting.hand.draw([
      [-0.5, 0.2],
      [0.5, -0.7],
    ]);
    expect(model.problem.value).toBe(before);
    expect(model.drawn.value.value(0.5)).not.toBe(before.value(0.5));
    model.targeting.hand.setBusy(false);
    expect(model.problem.value).not.toBe(before);
  });

  it('shows units that jump when idle ones are recycled', () => {
    const { stage, model } = open();
    model.startOver();
    stage.until(() => model.shown.value.recycled.count > 0);
    const { moves } = model.shown.value.recycled;
    expect(moves.length).toBeGreaterThan(0);
    for (const { unit, to } of moves) {
      expect(unit).toBeLessThan(labStart.width);
      expect(Math.abs(to)).toBeLessThanOrEqual(1);
    }
  });

  it('stops at the error asked for', () => {
    const { stage, model } = open();
    model.setMethod({ goal: 0.1 });
    model.startOver();
    stage.until(() => model.shown.value.status === 'target');
    expect(model.shown.value.rms).toBeLessThanOrEqual(0.1);
  });

  it('comes to the least-squares line without an activation, and to the floor of a square', () => {
    const { stage, model } = open();
    model.setActivation('identity');
    stage.until(() => model.shown.value.activation === 'identity' && model.shown.value.step > 10);
    const line = lineText(model, labels);
    const [, net, best] = /line (.+)\. The .+ is (.+)\./.exec(line) ?? [];
    expect(net).toBe(best);
    expect(floorText(model, labels)).toContain('degree 1');
    expect(guaranteeText(model, labels)).toBe(labels.good.noGuarantee);
  });
});

describe('the key of the lab', () => {
  const keyOf = (html: string) => /<p class="chart-key".*?<\/p>/s.exec(html)?.[0] ?? '';
  const drawn = (recycle: boolean) => {
    const course = [{ at: 0, trainer: 'adam', recycle, goal: 0 }] as const;
    const shared = { labels, shared: site.figure, names } as const;
    const own = { ...poster, start: { ...labStart, course } };
    return keyOf(render(<LabView id="lab" {...shared} poster={own} />));
  };

  it('names the arcs of neurons that are moved, where neurons can be', () => {
    expect(drawn(true)).toContain(labels.key.jumps);
    expect(drawn(false)).not.toContain(labels.key.jumps);
  });

  it('names the guaranteed band only where it is drawn', () => {
    const { stage, model } = open();
    expect([isBanded(model), drawn(true).includes(labels.key.band)]).toEqual([false, false]);
    model.setBand(true);
    expect(isBanded(model)).toBe(true);
    // for which nothing simple is guaranteed
    model.setActivation('gelu');
    stage.until(() => model.shown.value.activation === 'gelu');
    expect(isBanded(model)).toBe(false);
  });
});

describe('what is said of data', () => {
  it('is about the points, not about a curve through them', () => {
    for (const [link, words] of [
      ['#lab~target=t!0!2!3!!!0,1,1,3,2,2', 'neurons miss the points by'],
      ['#lab~target=runge', 'neurons miss the curve by'],
    ] as const) {
      const reading = readLink('lab', labFields, link);
      if (reading.kind !== 'state' || !reading.values.target) throw new Error(link);
      const { stage, model } = open();
      model.target.value = reading.values.target;
      stage.until(() => model.settled.value && !model.catchingUp.value);
      expect(labReadout(model, labels, names)).toContain(words);
    }
  });
});

describe('what is said of a flat target', () => {
  it('is natural in either language', () => {
    const { stage, model } = open();
    model.targeting.choosePreset('constant');
    model.best.wake();
    stage.until(() => model.best.network.value !== undefined && model.told.value.step > 0);
    expect(model.told.value.rms).toBeLessThan(NEGLIGIBLE);
    expect(guaranteeText(model, labels)).toBe(
      'Guaranteed without a search: some ReLU network of width 16 is the very polygon through the samples (its bends: 0).',
    );
    expect(stateOf(model, labels)).toBe(labels.state.exact);
    const english = readoutOf(model, labels, names);
    expect(english).toMatch(
      /^16 ReLU neurons miss the curve by less than 0\.000001\. That is exact/,
    );
    const chinese = readoutOf(model, { ...labels, ...zh }, names);
    expect(chinese).toMatch(/^16个ReLU神经元，均方根误差不到0\.000001。分毫不差/);
  });
});

describe('the units of a network', () => {
  it('are told apart: at work, straight on the interval, silent', () => {
    // relu(x), relu(x + 2), relu(x − 2) and nothing
    const parameters = Float64Array.of(1, 1, 1, 1, 0, 2, -2, 0.5, 1, 1, 1, 0, 0);
    const states = unitsOf('relu', parameters, 2).map(({ index, state }) => [index, state]);
    expect(states).toEqual([
      [1, 'straight'],
      [3, 'silent'],
      [0, 'working'],
      [2, 'silent'],
    ]);
  });

  it('change the slope at the bend by a·|w| for ReLU, twice that for the absolute value', () => {
    const unit = { index: 0, bend: 0, weight: -2, bias: 0, height: 3, state: 'working' } as const;
    expect(slopeJump('relu', unit)).toBe(6);
    expect(slopeJump('abs', unit)).toBe(12);
    expect(slopeJump('tanh', unit)).toBeUndefined();
  });
});

describe('the link of the lab', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const reading = readLink('lab', labFields, `#lab~target=${text}~trainer=${text}`);
        expect(['state', 'fault', 'other']).toContain(reading.kind);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a spoilt link of the lab', () => {
  const good =
    '#lab~target=f!-1!1!sin(x)~width=12~activation=tanh~initialiser=he~seed=7~trainer=0.adam,40.variableProjection.r.g3~step=90~unit=3~band=1';

  it('gives values of the right kind or a fault, never an exception, and never a long run unasked', () => {
    let read = 0;
    const piece = fc.oneof(
      fc.constantFrom('~', '=', ',', '.', '-', '0', '9', '1e9', '%', '%zz', 'NaN', '__proto__'),
      fc.string({ maxLength: 6 }),
    );
    const cut = fc.tuple(fc.nat(), fc.nat({ max: 4 }), piece);
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 2 }), (cuts) => {
        const text = cuts.reduce((now, [at, length, put]) => {
          const place = 1 + (at % now.length);
          return now.slice(0, place) + put + now.slice(place + length);
        }, good);
        const reading = readLink('lab', labFields, text);
        if (reading.kind !== 'state') return;
        read++;
        const { width = 1, step = 0, seed = 0, trainer } = reading.values;
        expect(Number.isInteger(width) && width >= 1 && width <= 512).toBe(true);
        expect(Number.isInteger(step) && step >= 0 && step <= 1e6).toBe(true);
        expect(Number.isInteger(seed)).toBe(true);
        expect(trainer === undefined || trainer[0]?.at === 0).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(200);
  }, 120_000);
});

describe('the view of the lab', () => {
  it('is whole before any script runs', async () => {
    const html = render(
      <LabView id="lab" labels={labels} shared={site.figure} names={names} poster={poster} />,
    );
    expect(html).toContain(labels.units.title);
    await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      '../__snapshots__/approximate-lab.html',
    );
  });
});
