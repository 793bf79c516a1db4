import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../content/en/activations.json' with { type: 'json' };
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/error-against-width.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { createRun } from '../../src/core/approximation/trainers/run.ts';
import { labFields } from '../../src/figures/approximate/LabView.tsx';
import { slopeMarks } from '../../src/figures/error-against-width/geometry.ts';
import { ErrorModel, exponentOf } from '../../src/figures/error-against-width/model.ts';
import { posterOf } from '../../src/figures/error-against-width/poster.ts';
import { fields, trainedWidths, usual } from '../../src/figures/error-against-width/settings.ts';
import View from '../../src/figures/error-against-width/View.tsx';
import { hereText, widgetLink } from '../../src/figures/error-against-width/words.ts';
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

  it('measures the exponent of a power law exactly', () => {
    const law = [8, 16, 32, 64].map((width) => ({ width, rms: 3 * width ** -2 }));
    expect(exponentOf(law)).toBeCloseTo(-2, 12);
    expect(exponentOf([{ width: 8, rms: 1 }])).toBeUndefined();
    expect(exponentOf(law.map(({ width }) => ({ width, rms: 0 })))).toBeUndefined();
  });

  it('refuses a link it does not understand', () => {
    const reading = readLink('w', fields, '#w~width=513');
    expect(reading).toEqual({ kind: 'fault', part: 'width=513' });
    expect(readLink('w', fields, '#w~target=line').kind).toBe('fault');
  });
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
