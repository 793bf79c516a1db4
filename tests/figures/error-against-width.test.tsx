import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../content/en/activations.json' with { type: 'json' };
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/error-against-width.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import chinese from '../../content/zh/figures/error-against-width.json' with { type: 'json' };
import { optimalCurve } from '../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../src/core/approximation/network.ts';
import { sampleFunction } from '../../src/core/approximation/samples.ts';
import { type TargetName, targets } from '../../src/core/approximation/targets.ts';
import { createRun } from '../../src/core/approximation/trainers/run.ts';
import { labFields } from '../../src/figures/approximate/LabView.tsx';
import { slopeMarks } from '../../src/figures/error-against-width/geometry.ts';
import { ErrorModel } from '../../src/figures/error-against-width/model.ts';
import { posterOf } from '../../src/figures/error-against-width/poster.ts';
import {
  fields,
  trainedWidths,
  usual,
  WIDEST_BEST,
  widerWidths,
} from '../../src/figures/error-against-width/settings.ts';
import { LEAST_TOLD, slopeOf } from '../../src/figures/error-against-width/slope.ts';
import View from '../../src/figures/error-against-width/View.tsx';
import {
  hereText,
  slopeText,
  stateText,
  widgetLink,
} from '../../src/figures/error-against-width/words.ts';
import { widths } from '../../src/training/jobs/widths.ts';
import { widthsInput } from '../../src/training/widths-methods.ts';
import { networkAt } from '../../src/ui/curves/paths.ts';
import { readLink } from '../../src/ui/link.ts';
import reference from '../fixtures/optimal-relu.json' with { type: 'json' };
import { createStage } from './approximate/stage.ts';

const poster = posterOf(usual);
function open() {
  const stage = createStage();
  const model = new ErrorModel(poster, stage.surroundings);
  return { stage, model };
}

it('the poster draws networks with the errors it states', () => {
  const { model } = open();
  const { x, y } = model.preset.value.samples;
  poster.shown.parameters.forEach((parameters, i) => {
    const value = networkAt('relu', parameters);
    const squares = Array.from(x, (at, k) => (value(at) - y[k]) ** 2);
    const rms = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / x.length);
    // parameters are kept to 8 digits, errors to 6
    expect(Math.abs(rms / poster.shown.rms[i] - 1)).toBeLessThan(1e-4);
  });
});

it('loads the width looked at, as it is trained here, into the full widget', () => {
  const { model } = open();
  model.setWidth(17);
  model.setTarget('runge');
  model.setTrainer('variableProjection');
  expect(readLink('lab', labFields, widgetLink('lab', model))).toEqual({
    kind: 'state',
    values: {
      target: { kind: 'preset', name: 'runge' },
      width: 17,
      activation: 'relu',
      seed: 1,
      trainer: [{ at: 0, trainer: 'variableProjection', recycle: true, goal: 0 }],
      step: 0,
    },
  });
});

describe('the model of error-against-width', () => {
  it('shows, before anything runs, errors of the reference within its bracket', () => {
    const { model } = open();
    const best = model.here.value.best?.rms ?? 0;
    expect(Math.abs(best / reference.targets.sin3pi.net[16] - 1)).toBeLessThan(1e-3);
    for (const { rms, lowerBound } of model.best.value)
      expect(rms).toBeGreaterThanOrEqual(lowerBound);
    for (const { width, rms } of model.trained.value)
      expect(rms).toBeGreaterThan((model.best.value[width - 1]?.lowerBound ?? 0) * (1 - 1e-6));
  });

  it('guarantees more than the best needs, at every width', () => {
    const { model } = open();
    for (const { width, rms } of model.best.value)
      expect(rms).toBeLessThanOrEqual(model.bounds.value[width - 1].rms);
  });

  it('trains every width as a run of its own would, when the settings change', () => {
    const { stage, model } = open();
    model.setTrainer('variableProjection');
    const arrived = () => model.shown.value !== poster.shown && model.shown.value.step >= 150;
    stage.until(arrived, 20_000);
    const run = createRun(model.preset.value.samples, {
      trainer: 'variableProjection',
      recycle: true,
      activation: 'relu',
      width: 12,
      start: 'spreadKnots',
      seed: usual.seed,
      targetRms: 1e-6,
    });
    run.advance(150);
    // summed in another order, with closed forms
    const { rms } = model.trained.value[trainedWidths.indexOf(12)];
    expect(Math.abs(rms / run.rms() - 1)).toBeLessThan(1e-9);
    model.setTrainer('adam');
    expect(model.shown.value).toBe(poster.shown);
  });

  it('draws nothing as trained that was trained by other settings', () => {
    const { stage, model } = open();
    expect(model.trained.value.length).toBeGreaterThan(10);
    model.setActivation('tanh');
    expect(model.running.value).toBe(true);
    expect([model.trained.value, model.parameters.value, model.share.value]).toEqual([
      [],
      undefined,
      0,
    ]);
    expect(hereText(model, labels, 'tanh')).not.toContain('tanh');
    stage.until(() => model.trained.value.length > 0);
    // from the start that the new settings have
    expect(model.shown.value.step).toBeLessThan(poster.shown.step / 2);
    model.setActivation(usual.activation);
    expect(model.shown.value).toBe(poster.shown);
  });

  it('finds the best of another target, and of another width, once somebody looks', () => {
    const { stage, model } = open();
    model.wake();
    model.setWidth(9);
    stage.until(() => model.bestParameters.value?.length === 28);
    model.setTarget('runge');
    expect(model.here.value.best).toBeUndefined();
    expect(hereText(model, labels, 'ReLU')).toContain('being looked for');
    model.setWidth(16);
    stage.until(
      () => model.here.value.best !== undefined && model.bestParameters.value !== undefined,
    );
    const best = model.here.value.best?.rms ?? 0;
    expect(Math.abs(best / reference.targets.runge.net[16] - 1)).toBeLessThan(1e-3);
  });

  it('holds the width within what is drawn', () => {
    const { model } = open();
    model.setWidth(1e9);
    expect(model.width.value).toBe(512);
    model.setWidth(-3);
    expect(model.width.value).toBe(1);
    expect(hereText(model, labels, 'ReLU')).toContain('width 1,');
  });

  it('puts slopes beside their lines, none over another', () => {
    const { model } = open();
    const marks = slopeMarks(model);
    expect(marks.map(({ role }) => role)).toEqual(['fit', 'optimum', 'bound']);
    // the guarantee is c/H² exactly
    expect(marks[2].exponent).toBeCloseTo(-2, 12);
    model.setActivation('tanh');
    for (const all of [marks, slopeMarks(model)])
      for (let i = 1; i < all.length; i++)
        expect(all[i].y - all[i - 1].y).toBeGreaterThanOrEqual(16);
  });

  it('restores, from a link in mid-run, the very bits of that step, and stands there', () => {
    for (const [method, step] of [
      // widths up to 64 under way
      ['adam', 130],
      // wider ones under way
      ['variableProjection', 153],
    ] as const) {
      const { stage, model } = open();
      const reading = readLink('w', fields, `#w~target=runge~trainer=${method}~step=${step}`);
      if (reading.kind !== 'state') throw new Error('not read');
      model.target.value = 'runge';
      model.trainer.value = method;
      model.step.value = reading.values.step ?? 0;
      stage.until(() => model.shown.value.step === step, 20_000);
      for (let i = 0; i < 20; i++) stage.frame();
      expect([model.shown.value.step, model.running.value]).toEqual([step, false]);
      expect(stateText(model, labels)).toMatch(/^Paused at \d+ %\.$/);
      const choice = { activation: 'relu', trainer: method, seed: usual.seed } as const;
      const run = widths({
        ...widthsInput(model.preset.value.samples, trainedWidths, choice),
        wider: widerWidths[method],
      });
      for (let i = 0; i < step; i++) run.advance();
      expect(model.shown.value.parameters).toEqual(run.show().value.parameters);

      model.train();
      stage.until(() => model.shown.value.step > step, 20_000);
      model.pause();
      expect(model.step.value).toBe(model.shown.value.step);
    }
  });

  it('goes back to the poster where a link names its last step', () => {
    const { stage, model } = open();
    model.step.value = 60;
    stage.until(() => model.shown.value.step === 60);
    model.step.value = poster.shown.step;
    expect(model.shown.value).toBe(poster.shown);
    expect(stateText(model, labels)).toBe(labels.state.done);
  });

  it('trains again from the start once all is trained', () => {
    const { stage, model } = open();
    expect(model.over.value).toBe(true);
    model.train();
    stage.until(() => model.shown.value !== poster.shown);
    expect(model.running.value).toBe(true);
    expect(model.shown.value.step).toBeLessThan(poster.shown.step);
    expect(model.over.value).toBe(false);
  });

  it('refuses a link it does not understand', () => {
    const reading = readLink('w', fields, '#w~width=513');
    expect(reading).toEqual({ kind: 'fault', part: 'width=513' });
    expect(readLink('w', fields, '#w~target=line').kind).toBe('fault');
    expect(readLink('w', fields, '#w~step=10001').kind).toBe('fault');
  });
});

/** Errors at some widths. */
const readingsOf = (errors: readonly number[]) =>
  errors.map((rms, i) => ({ width: [1, 2, 4, 8, 16, 32, 64, 128][i], rms }));
const bestOf = (name: TargetName) => {
  const samples = sampleFunction(targets[name].value, { domain: targets[name].domain });
  const curve = optimalCurve(samples);
  return Array.from({ length: WIDEST_BEST }, (_, i) => ({
    width: i + 1,
    rms: optimalNetwork(samples, curve, i + 1).rms,
  }));
};

describe('the slope of errors against width', () => {
  it('is the exponent of a power law, exactly, from width 8 on', () => {
    const law = readingsOf([5, 5, 5, ...[8, 16, 32, 64].map((width) => 3 * width ** -2)]);
    const slope = slopeOf(law);
    expect(slope.kind === 'power' && slope.exponent).toBeCloseTo(-2, 12);
  });

  it('is none of the rounding that is left where the best networks are exact', () => {
    for (const name of ['constant', 'line', 'absolute', 'step', 'sawtooth', 'zigzag'] as const)
      expect([name, slopeOf(bestOf(name))]).toEqual([name, { kind: 'rounding' }]);
    expect(slopeOf(bestOf('sine')).kind).toBe('power');
  });

  it('is none of errors at which training stops', () => {
    // second order on a step, by networks of tanh: of this a line of least squares made "to the power −0.0"
    const errors = [0.5, 0.1, 0.01, 1.5e-6, 9.7e-7, 1.3e-6, 9.6e-7, 1.4e-6];
    expect(slopeOf(readingsOf(errors))).toEqual({ kind: 'small' });
    expect(slopeOf(readingsOf([1, 1, 1, 8.5e-4, 1.5e-5, 8.5e-6, 9.6e-7, 6.7e-7]))).toEqual({
      kind: 'fast',
    });
    // one width that failed to come down is no law
    expect(slopeOf(readingsOf([1, 1, 1, 1e-14, 2e-14, 1e-3, 1e-14, 1e-14])).kind).toBe('small');
  });

  it('is no fall where errors stay or rise', () => {
    const stay = readingsOf([0.7, 0.7, 0.7, 0.68, 0.68, 0.68, 0.68]);
    expect(slopeOf(stay)).toEqual({ kind: 'level' });
    expect(slopeOf(readingsOf([1, 1, 1, 0.001, 0.002, 0.003, 0.004]))).toEqual({ kind: 'level' });
  });

  it('is not known before there are three readings, and counts those it can tell from zero', () => {
    expect(slopeOf([])).toEqual({ kind: 'unknown' });
    expect(slopeOf(readingsOf([1, 1, 1, 0.1, 0.05]))).toEqual({ kind: 'unknown' });
    const least = [1, 0.25, 0.0625].map((part) => 16 * LEAST_TOLD * part * 1.0001);
    expect(slopeOf(readingsOf([1, 1, 1, ...least])).kind).toBe('power');
    expect(slopeOf(readingsOf([1, 1, 1, ...least.map((rms) => rms / 2)])).kind).toBe('fast');
  });

  it('is said in a sentence in either language', () => {
    const { stage, model } = open();
    expect(slopeText(model, labels, 'ReLU')).toBe(
      'From width 8 on, the best error falls about as H to the power −1.8; that of the trained networks (ReLU) falls about as H to the power −1.1.',
    );
    model.wake();
    model.setTarget('zigzag');
    expect(slopeText(model, chinese, 'ReLU')).toBe(
      '宽度8以后，最好的误差还不知道；训练所得的网络（ReLU），误差还不知道。',
    );
    stage.until(() => model.best.value.length === WIDEST_BEST && model.trained.value.length > 0);
    expect(slopeText(model, labels, 'ReLU')).toContain(
      'the best error is already that of rounding, so no slope can be measured;',
    );
    expect(slopeText(model, chinese, 'ReLU')).toContain('最好的误差已经只是舍入误差，量不出斜率；');
  });
});

it('is without an activation in words, and near the best where it is as good', () => {
  const without = { ...poster, start: { ...usual, activation: 'identity' as const } };
  const shared = { labels, shared: site.figure, names, targets: curveLabels.targets };
  const html = render(<View id="w" {...shared} poster={without} widget="lab" />);
  expect(html).toContain('trained: no activation');
  expect(html).toContain('that of the trained networks (no activation)');
  expect(html).toMatch(/<option[^>]*>none \(identity\)<\/option>/);
  const rms = poster.shown.rms.map((error, i) =>
    trainedWidths[i] === usual.width ? poster.optima.rms[usual.width] * 1.004 : error,
  );
  const near = { ...poster, shown: { ...poster.shown, rms } };
  const model = new ErrorModel(near, createStage().surroundings);
  expect(hereText(model, labels, 'ReLU')).toContain('(ReLU) misses by about the same, 0.0215.');
});

it('the view of error-against-width is whole before any script runs', async () => {
  const html = render(
    <View
      id="error-against-width"
      labels={labels}
      shared={site.figure}
      names={names}
      targets={curveLabels.targets}
      poster={poster}
      widget="lab"
    />,
  );
  expect(html).toContain('that is proved to be within');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/error-against-width.html',
  );
});
