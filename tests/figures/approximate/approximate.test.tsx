import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../../content/en/activations.json' with { type: 'json' };
import labels from '../../../content/en/figures/approximate.json' with { type: 'json' };
import site from '../../../content/en/site.json' with { type: 'json' };
import { optimalCurve } from '../../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../../src/core/approximation/network.ts';
import { createRun } from '../../../src/core/approximation/trainers/run.ts';
import { WIDEST_DENSE } from '../../../src/core/approximation/trainers/shallow.ts';
import { initialiserNames as coreInitialisers } from '../../../src/core/initialisers.ts';
import ArticleView from '../../../src/figures/approximate/ArticleView.tsx';
import { ApproximateModel } from '../../../src/figures/approximate/model.ts';
import { posterOf } from '../../../src/figures/approximate/poster.ts';
import { presetProblem } from '../../../src/figures/approximate/problem.ts';
import {
  courseField,
  fields,
  initialiserNames,
  MOST_UNITS,
  targetNames,
  usual,
  WIDEST_OPTIMUM,
  WIDEST_SECOND_ORDER,
  widthStops,
} from '../../../src/figures/approximate/settings.ts';
import { worthOf } from '../../../src/figures/approximate/words.ts';
import { errorPhrase, errorText, percent } from '../../../src/ui/errors.ts';
import { readLink, writeLink } from '../../../src/ui/link.ts';
import { createStage } from './stage.ts';

const poster = posterOf(usual);
const open = () => {
  const stage = createStage();
  const model = new ApproximateModel(poster, stage.surroundings);
  return { stage, model };
};
const values = (model: InstanceType<typeof ApproximateModel>) => ({
  target: model.target.value,
  width: model.width.value,
  activation: model.activation.value,
  initialiser: model.initialiser.value,
  seed: model.seed.value,
  trainer: model.course.value,
  step: model.step.value,
});

describe('the settings', () => {
  it('repeat what the core says without its code', () => {
    expect([...initialiserNames].sort()).toEqual([...coreInitialisers].sort());
    expect(WIDEST_SECOND_ORDER).toBe(WIDEST_DENSE);
    expect(optimalCurve(presetProblem('line').samples).widths).toHaveLength(WIDEST_OPTIMUM + 1);
    expect(widthStops.at(-1)).toBe(MOST_UNITS);
    expect(Object.keys(labels.targets)).toEqual(targetNames);
  });
});

describe('ApproximateModel', () => {
  it('starts with the poster: trained as the core trains, and the best of its width', () => {
    const { model } = open();
    const { samples } = presetProblem('sine');
    const run = createRun(samples, {
      trainer: 'adam',
      activation: 'relu',
      width: usual.width,
      start: 'spreadKnots',
      seed: usual.seed,
      targetRms: 1e-6,
    });
    run.advance(usual.step);
    expect(model.shown.value.rms).toBe(run.rms());
    const best = optimalNetwork(samples, optimalCurve(samples), usual.width);
    expect(model.best.network.value?.rms).toBe(best.rms);
    expect(best.rms).toBeLessThan(run.rms());
  });

  it('trains from the start, pauses where it stands, and makes one step', () => {
    const { stage, model } = open();
    model.train();
    stage.until(() => model.step.value > 0 && model.step.value < usual.step);
    stage.until(() => model.step.value > 100);
    model.pause();
    stage.until(() => !model.running.value);
    for (let i = 0; i < 10; i++) stage.frame();
    const { step } = model.shown.value;
    expect(model.step.value).toBe(step);
    model.stepOnce();
    stage.until(() => model.shown.value.step === step + 1);
    for (let i = 0; i < 10; i++) stage.frame();
    expect(model.shown.value.step).toBe(step + 1);
  });

  it('starts over from the same start, and from another with a new seed', () => {
    const { stage, model } = open();
    model.hold();
    model.startOver();
    stage.until(() => model.shown.value.step === 0);
    const first = model.shown.value.parameters;
    model.train();
    stage.until(() => model.shown.value.step > 50);
    model.pause();
    model.startOver();
    stage.until(() => model.shown.value.step === 0);
    expect(model.shown.value.parameters).toEqual(first);
    model.newStart();
    stage.until(() => model.shown.value.step === 0 && model.seed.value !== usual.seed);
    for (let i = 0; i < 3; i++) stage.frame();
    expect(model.shown.value.parameters).not.toEqual(first);
  });

  it('draws every frame of a run, tells a few of them in words, and the last one at rest', () => {
    const { stage, model } = open();
    model.startOver();
    stage.until(() => model.shown.value.step > 10);
    const [drawn, told] = [new Set<number>(), new Set<number>()];
    for (let i = 0; i < 60; i++) {
      stage.frame();
      drawn.add(model.shown.value.step);
      told.add(model.told.value.step);
    }
    expect(drawn.size).toBeGreaterThan(50);
    expect(told.size).toBeGreaterThan(5);
    expect(told.size).toBeLessThan(drawn.size / 4);
    model.pause();
    expect(model.told.value).toBe(model.shown.value);
    model.setWidth(5);
    stage.until(() => model.shown.value.parameters.length === 16);
    expect(model.told.value).toBe(model.shown.value);
  });

  it('changes the trainer on the way, and a link brings back the same bits', () => {
    const { stage, model } = open();
    model.setWidth(9);
    model.setActivation('tanh');
    stage.until(() => model.shown.value.step > 60 && model.shown.value.activation === 'tanh');
    model.setMethod({ trainer: 'variableProjection' });
    stage.until(() => model.course.value.length === 2);
    const at = model.course.value[1].at;
    stage.until(() => model.shown.value.step > at + 5);
    model.pause();
    for (let i = 0; i < 5; i++) stage.frame();
    const { step, rms } = model.shown.value;
    const link = writeLink(
      'approximate',
      fields,
      { ...usual, trainer: usual.course },
      values(model),
    );
    const reading = readLink('approximate', fields, `#${link}`);
    if (reading.kind !== 'state') throw new Error(`the link cannot be read: ${link}`);

    const other = open();
    const { trainer, ...rest } = reading.values;
    for (const [name, value] of Object.entries(rest))
      (other.model[name as 'step'] as { value: unknown }).value = value;
    if (trainer) other.model.course.value = trainer;
    other.stage.until(() => other.model.shown.value.step === step);
    expect(other.model.shown.value.rms).toBe(rms);
    expect(other.model.shown.value.parameters).toEqual(model.shown.value.parameters);
    for (let i = 0; i < 20; i++) other.stage.frame();
    expect(other.model.shown.value.step).toBe(step);
    // and the errors on the fine grid are those of this step, paused at or come to by a link
    expect(other.model.shown.value.measured?.at).toBe(step);
    expect(other.model.shown.value.measured).toEqual(model.shown.value.measured);
  });

  it('keeps what was just chosen, though the run has not been heard to go on by it', () => {
    const { stage, model } = open();
    model.setTarget('runge');
    stage.until(() => model.step.value > 30);
    model.setMethod({ trainer: 'gradientDescent' });
    expect(model.method.value.trainer).toBe('gradientDescent');
    model.setMethod({ recycle: true });
    expect(model.method.value).toMatchObject({ trainer: 'gradientDescent', recycle: true });
    model.setWidth(20);
    expect(model.course.value).toEqual([
      { at: 0, trainer: 'gradientDescent', recycle: true, goal: 0 },
    ]);
    stage.until(() => model.step.value > 5);
    model.setMethod({ trainer: 'adam' });
    stage.until(() => model.course.value.length === 2);
    expect(model.course.value[1]).toMatchObject({ trainer: 'adam', recycle: true });
    // a link has the last word
    model.setMethod({ trainer: 'lastLayer' });
    model.course.value = [{ at: 0, trainer: 'adam', recycle: false, goal: 0 }];
    model.step.value = 10;
    expect(model.method.value).toMatchObject({ trainer: 'adam', recycle: false });
  });

  it('goes on from the poster by another trainer', () => {
    const { stage, model } = open();
    model.setMethod({ trainer: 'variableProjection' });
    stage.until(() => model.shown.value.step > usual.step);
    expect(model.course.value).toMatchObject([{ at: 0 }, { at: usual.step }]);
    stage.until(() => !model.running.value);
    expect(model.shown.value.rms).toBeLessThan(poster.shown.rms / 2);
  });

  it('comes back to the poster on reset', () => {
    const { stage, model } = open();
    model.setTarget('step');
    stage.until(() => model.shown.value.step > 0 && model.shown.value.step < 500);
    model.target.value = usual.target;
    model.course.value = usual.course;
    model.step.value = usual.step;
    for (let i = 0; i < 3; i++) stage.frame();
    expect(model.shown.value.parameters).toEqual(Float64Array.from(poster.shown.parameters));
    expect(model.running.value).toBe(false);
  });

  it('survives its worker: the run goes on to the same bits, and says so', () => {
    const { stage, model } = open();
    model.train();
    stage.until(() => model.shown.value.step > 100);
    stage.kill();
    stage.until(() => model.trainer.restarted.value && model.shown.value.step > 150);
    expect(model.target.value).toBe('sine');
    model.pause();
    for (let i = 0; i < 5; i++) stage.frame();
    const run = createRun(model.problem.value.samples, {
      trainer: 'adam',
      activation: 'relu',
      width: usual.width,
      start: 'spreadKnots',
      seed: usual.seed,
      targetRms: 1e-6,
    });
    run.advance(model.shown.value.step);
    expect(model.shown.value.rms).toBe(run.rms());
  });

  it('jumps to the optimum and trains on from there', () => {
    const { stage, model } = open();
    model.best.wake();
    model.jump();
    stage.until(() => model.shown.value.status === 'optimum');
    const best = model.best.network.value;
    expect(model.shown.value.rms).toBeCloseTo(best?.rms ?? 0, 9);
    expect(model.course.value.at(-1)?.trainer).toBe('jump');
    model.setMethod({ trainer: 'adam' });
    stage.until(() => model.shown.value.step > usual.step + 20);
    expect(model.shown.value.status).toBe('running');
  });

  it('finds the optimum of other widths and targets, and none beyond the widest', () => {
    const { stage, model } = open();
    model.hold();
    model.best.wake();
    model.setTarget('runge');
    model.setWidth(16);
    stage.until(() => model.best.network.value !== undefined);
    // optimal-relu.json of the notes: Runge's function, H = 16
    expect(model.best.network.value?.rms).toBeCloseTo(0.00161474, 6);
    model.setWidth(65);
    expect(model.best.known.value).toBe(false);
    expect(worthOf(model, labels)).toContain('up to 64');
  });
});

describe('what is said', () => {
  it('never claims more than the bracket', () => {
    expect(percent(0)).toBe('0.001');
    expect(percent(0.00001)).toBe('0.001');
    expect(percent(0.0123)).toBe('1.3');
    expect(percent(0.141)).toBe('15');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (share) => {
        expect(Number(percent(share)) / 100).toBeGreaterThanOrEqual(share * (1 - 1e-9) - 1e-12);
      }),
    );
  });

  it('shows no digits below a millionth', () => {
    expect(errorText(3e-9)).toBe('< 0.000001');
    expect(errorText(3e-9, 1e6)).toBe('< 1');
    expect(errorText(3e-9, 1e-4)).toBe('< 10⁻¹⁰');
    // one figure, rounded up: it is less than that
    expect(errorText(0, 0.498)).toBe('< 0.0000005');
    expect(errorText(0, 2.42e-6)).toBe('< 3 × 10⁻¹²');
    expect(errorText(0, 998e6)).toBe('< 1000');
    expect(errorText(0, Math.PI)).toBe('< 0.000004');
    fc.assert(
      fc.property(fc.double({ min: 1e-90, max: 1e90, noNaN: true }), (scale) => {
        const [, figure = '1', power = '0'] =
          /^< (?:(\d(?:[\d.]*)?)(?: × |$))?(?:10([⁻⁰-⁹¹²³]+))?$/.exec(errorText(0, scale)) ?? [];
        const plain = power
          .replace('⁻', '-')
          .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
        const said = Number(figure) * 10 ** Number(plain);
        expect(said / (1e-6 * scale)).toBeGreaterThan(1 - 1e-9);
        expect(said / (1e-6 * scale)).toBeLessThanOrEqual(2 + 1e-9);
      }),
    );
    expect(errorText(0.0123456)).toBe('0.0123');
    expect(errorText(123.456)).toBe('123');
    // within a sentence, in words
    expect(errorPhrase('less than {error}', 3e-9)).toBe('less than 0.000001');
    expect(errorPhrase('不到{error}', 0)).toBe('不到0.000001');
    expect(errorPhrase('less than {error}', 0.0123456)).toBe('0.0123');
  });
});

describe('the link of approximate', () => {
  it('writes a course and reads it back', () => {
    const text = '0.adam,250.variableProjection.r.g3,400.jump';
    const course = courseField.parse(text);
    expect(course).toHaveLength(3);
    expect(courseField.format(course ?? [])).toBe(text);
  });

  it('refuses what is no course, and never throws', () => {
    for (const bad of [
      '',
      'adam',
      '5.adam',
      '0.adam,0.adam',
      '0.adam,9.adam,3.adam',
      '0.sgd',
      '0.adam.g9',
    ])
      expect(courseField.parse(bad)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const course = courseField.parse(text);
        if (course) expect(courseField.parse(courseField.format(course))).toEqual(course);
        readLink('approximate', fields, `#approximate~trainer=${text}~width=${text}`);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the view of approximate', () => {
  it('is whole before any script runs', async () => {
    const html = render(
      <ArticleView
        id="approximate"
        labels={labels}
        shared={site.figure}
        names={names}
        poster={poster}
      />,
    );
    expect(html).toContain('times the error of the best network');
    await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      '../__snapshots__/approximate.html',
    );
  });
});
