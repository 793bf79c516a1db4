import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OptimalCurve,
  optimalCurve,
  optimalCurveSteps,
} from '../../../src/core/approximation/curve.ts';
import { evaluator } from '../../../src/core/approximation/evaluator.ts';
import { optimalNetwork } from '../../../src/core/approximation/network.ts';
import { type Samples, sampleFunction } from '../../../src/core/approximation/samples.ts';
import oracle from '../../fixtures/optimal-relu.json' with { type: 'json' };
import { FIXTURE_TARGETS, RANDOM_KINDS, randomTarget, seeded } from './targets-for-tests.ts';

// The fixture has six significant digits.
const FIXTURE_DIGITS = 5e-6;
// Mean squares in the fixture come from differences of sums of order one.
const FIXTURE_ROUNDING = 2e-15;
// Below this the fixture's "zero" and ours are both rounding.
const ZERO = 1e-8;

interface Reference {
  lower: number[];
  cpwl: number[];
  net: Record<string, number>;
}
const references = oracle.targets as Record<string, Reference>;
const smooth = ['sin3pi', 'runge', 'chirp', 'gauss'];
const solved = new Map<string, { samples: Samples; curve: OptimalCurve }>();

function solve(name: string) {
  const known = solved.get(name);
  if (known) return known;
  const samples = sampleFunction(FIXTURE_TARGETS[name]);
  const result = { samples, curve: optimalCurve(samples) };
  solved.set(name, result);
  return result;
}

/** Largest ratio to the reference over the widths from `first`. */
function worst(ours: number[], reference: number[], first = 0): number {
  return Math.max(
    ...ours.slice(first).map((v, i) => Math.max(v, ZERO) / Math.max(reference[i + first], ZERO)),
  );
}

describe.each(Object.keys(FIXTURE_TARGETS))('%s, against the stored reference', (name) => {
  const { lower, cpwl, net } = references[name];

  it('the lower bound agrees', () => {
    const { widths } = solve(name).curve;
    widths.forEach(({ lowerBound }, width) => {
      const difference = Math.abs(lowerBound * lowerBound - lower[width] * lower[width]);
      expect(difference).toBeLessThan(2 * FIXTURE_DIGITS * lower[width] ** 2 + FIXTURE_ROUNDING);
    });
  });

  it('the best curve is within 1.05 of it at every width, within 1.001 from 8 on if smooth', () => {
    const ours = solve(name).curve.widths.map(({ rms }) => rms);
    expect(worst(ours, cpwl)).toBeLessThan(1.05);
    if (smooth.includes(name)) expect(worst(ours, cpwl, 8)).toBeLessThan(1.001);
  });

  it('the network is within 1.05 of it at every width stored, within 1.001 from 8 on if smooth', () => {
    const { samples, curve } = solve(name);
    for (const [width, reference] of Object.entries(net)) {
      const { rms } = optimalNetwork(samples, curve, Number(width));
      const bar = smooth.includes(name) && Number(width) >= 8 ? 1.001 : 1.05;
      expect(Math.max(rms, ZERO) / Math.max(reference, ZERO)).toBeLessThan(bar);
    }
  });
});

it('sin 3πx and Runge are certified at every width from 8 to 64, the chirp at 51 of 57', () => {
  const certified = (name: string) =>
    solve(name)
      .curve.widths.slice(8)
      .filter((width) => width.certified).length;
  expect(certified('sin3pi')).toBe(57);
  expect(certified('runge')).toBe(57);
  expect(certified('chirp')).toBe(51);
});

/** What must hold for any target whatever. */
function check(samples: Samples, { widths, negligible }: OptimalCurve): void {
  widths.forEach(({ width, rms, lowerBound, curve, ratio }) => {
    expect(rms).toBeGreaterThanOrEqual(lowerBound);
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(curve.knots.length).toBeLessThanOrEqual(width + 2);
    for (let p = 1; p < curve.knots.length; p++)
      expect(curve.knots[p]).toBeGreaterThan(curve.knots[p - 1]);
    if (width === 0) return;
    expect(rms).toBeLessThanOrEqual(widths[width - 1].rms);
  });
  let before = Number.POSITIVE_INFINITY;
  for (const width of [0, 1, 2, 3, 5, 8, 13]) {
    if (width >= widths.length) break;
    const network = optimalNetwork(samples, { widths, negligible }, width);
    expect(network.parameters.every(Number.isFinite)).toBe(true);
    expect(network.rms).toBeGreaterThanOrEqual(network.lowerBound);
    // A network evaluated unit by unit rounds more than its curve does.
    expect(network.rms).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-9);
    expect(network.rms).toBeGreaterThanOrEqual(widths[width].rms * (1 - 1e-6) - 1e-9);
    before = network.rms;
  }
}

describe.each(RANDOM_KINDS)('a random target (%s)', (kind) => {
  it('has a monotone curve, a valid bracket, and networks inside it', () => {
    for (const seed of [1, 2]) {
      const samples = sampleFunction(randomTarget(kind, seed), { cells: 256 });
      check(samples, optimalCurve(samples, { maxWidth: 32 }));
    }
  });

  it('no random network of width H, its output layer solved, is below the bound', () => {
    const samples = sampleFunction(randomTarget(kind, 5), { cells: 128 });
    const { widths } = optimalCurve(samples, { maxWidth: 8 });
    const fitted = new Float64Array(128);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer(), (width, seed) => {
        const random = seeded(seed);
        const parameters = Float64Array.from({ length: 3 * width + 1 }, () => 4 * random() - 2);
        evaluator('relu', parameters)(samples.x, fitted);
        // Best affine map of the output: only closer to the target.
        const n = fitted.length;
        const meanF = fitted.reduce((a, b) => a + b) / n;
        const meanY = samples.y.reduce((a, b) => a + b) / n;
        const cov = fitted.reduce((s, f, i) => s + (f - meanF) * (samples.y[i] - meanY), 0);
        const variance = fitted.reduce((s, f) => s + (f - meanF) ** 2, 0);
        const gain = variance > 0 ? cov / variance : 0;
        const error = fitted.reduce(
          (s, f, i) => s + (meanY + gain * (f - meanF) - samples.y[i]) ** 2,
          0,
        );
        expect(Math.sqrt(error / n)).toBeGreaterThanOrEqual(widths[width].lowerBound);
      }),
      { numRuns: 300 },
    );
  });
});

it('degenerate samples give finite curves: one, two, three samples, gaps, constants', () => {
  const one = sampleFunction(() => 3, { cells: 1 });
  check(one, optimalCurve(one, { maxWidth: 4 }));
  const two = sampleFunction((x) => x, { cells: 2 });
  check(two, optimalCurve(two, { maxWidth: 4 }));
  const three = sampleFunction((x) => x * x, { cells: 3 });
  check(three, optimalCurve(three, { maxWidth: 4 }));
  const gap = sampleFunction((x) => (Math.abs(x) < 0.3 ? Number.NaN : Math.sin(9 * x)), {
    cells: 200,
  });
  check(gap, optimalCurve(gap, { maxWidth: 16 }));
  const constant = sampleFunction(() => 5);
  const { widths } = optimalCurve(constant);
  expect(widths.every(({ ratio, certified }) => ratio === 1 && certified)).toBe(true);
});

it('stretching the values stretches the curve', () => {
  const target = randomTarget('drawing', 4);
  const plain = optimalCurve(sampleFunction(target, { cells: 128 }), { maxWidth: 12 });
  // A power of two, so that every rounding is the same.
  const stretched = optimalCurve(
    sampleFunction((x) => 1024 * target(x), { cells: 128 }),
    { maxWidth: 12 },
  );
  plain.widths.forEach(({ rms }, width) => {
    expect(stretched.widths[width].rms / 1024).toBeCloseTo(rms, 6);
  });
});

it('the generator reports its progress and returns what optimalCurve() returns', () => {
  const samples = sampleFunction(randomTarget('walk', 8), { cells: 128 });
  const steps = optimalCurveSteps(samples, { maxWidth: 12 });
  const stages = new Set<string>();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    stages.add(step.value.stage);
    expect(step.value.share).toBeGreaterThanOrEqual(0);
    expect(step.value.share).toBeLessThanOrEqual(1);
  }
  expect([...stages]).toEqual(['bound', 'start', 'sweep', 'done']);
  expect(step.value).toEqual(optimalCurve(samples, { maxWidth: 12 }));
});

it('impossible widths are refused with the value', () => {
  const samples = sampleFunction((x) => x, { cells: 8 });
  expect(() => optimalCurve(samples, { maxWidth: -1 })).toThrow(
    'largest width must be a whole number from 0: got -1',
  );
  expect(() => optimalNetwork(samples, optimalCurve(samples, { maxWidth: 1 }), 1.5)).toThrow(
    'width must be a whole number from 0: got 1.5',
  );
});
