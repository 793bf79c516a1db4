import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { trial } from '../../src/core/trial.ts';
import { plane } from '../../src/training/jobs/plane.ts';
import { trials } from '../../src/training/jobs/trials.ts';
import { createLossCurve, ROOM } from '../../src/training/loss-curve.ts';
import { outcomeOf, outcomes } from '../../src/training/outcomes.ts';

const input = {
  points: datasets.article.points,
  activation: 'tanh',
  hidden: 2,
  optimiser: 'adam',
  learningRate: 0.05,
  loss: 'logistic',
  initialiser: 'pytorch',
  seed: 3,
  steps: 300,
} as const;

describe('the job plane', () => {
  it('ends with the bits of a trial of the same start', () => {
    const run = plane(input);
    let steps = 0;
    let more = true;
    while (more) {
      more = run.advance();
      steps++;
    }
    const { value } = run.show();
    const { parameters, loss } = trial(input);
    expect(steps).toBe(300);
    expect(value.status).toBe('finished');
    expect(value.parameters).toEqual(parameters);
    expect(value.loss).toBe(loss);
  });

  it('shows its start before the first step, and hands over copies', () => {
    const run = plane(input);
    const first = run.show();
    expect(first.transfer).toEqual([first.value.parameters.buffer, first.value.losses.buffer]);
    const before = first.value.parameters.slice();
    run.advance();
    expect(first.value.parameters).toEqual(before);
    expect(run.show().value.parameters).not.toEqual(before);
    expect(run.show().value.losses).toHaveLength(2);
  });

  it('ends with finite numbers when the rate makes it explode', () => {
    const run = plane({
      ...input,
      activation: 'square',
      optimiser: 'gradientDescent',
      learningRate: 50,
    });
    let more = true;
    for (let i = 0; more && i < 300; i++) more = run.advance();
    const { value } = run.show();
    expect(value.status).toBe('diverged');
    expect(value.parameters.every(Number.isFinite)).toBe(true);
  });
});

describe('createLossCurve', () => {
  it('keeps every loss, then every second, then every fourth …', () => {
    const curve = createLossCurve();
    for (let step = 0; step <= 5 * ROOM; step++) curve.add(step, step);
    const { losses, stride } = curve.curve();
    expect(stride).toBe(8);
    expect(losses.length).toBeLessThanOrEqual(ROOM);
    expect(Array.from(losses)).toEqual(Array.from(losses, (_, i) => i * stride));
    expect(losses.at(-1)).toBe(5 * ROOM);
  });
});

describe('the job trials', () => {
  it('finds for every start what a single trial finds', () => {
    const activations = ['relu', 'tanh', 'step'] as const;
    const options = { steps: 200 };
    const run = trials({ activations, seeds: 4, options });
    let more = true;
    while (more) more = run.advance();
    const { codes, done } = run.show().value;
    expect(done).toBe(12);
    activations.forEach((activation, a) => {
      for (let seed = 1; seed <= 4; seed++) {
        const expected = outcomeOf(trial({ ...options, activation, seed }));
        expect(outcomes[codes[a * 4 + seed - 1]]).toBe(expected);
      }
    });
  });

  it('tells a unit that never answered from one that died on the way', () => {
    const base = trial({ activation: 'relu', seed: 0, steps: 1 });
    const dead = { ...base, cause: 'deadUnit', deadUnits: [1] } as const;
    expect(outcomeOf({ ...dead, deadAtStart: [1] })).toBe('bornDead');
    expect(outcomeOf({ ...dead, deadAtStart: [0] })).toBe('died');
  });

  it('has nothing to do for no starts', () => {
    const run = trials({ activations: ['relu'], seeds: 0, options: {} });
    expect(run.advance()).toBe(false);
  });
});
