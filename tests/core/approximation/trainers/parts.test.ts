import { describe, expect, it } from 'vitest';
import {
  type ActivationName,
  activationNames,
  activations,
} from '../../../../src/core/activations.ts';
import { evaluator } from '../../../../src/core/approximation/evaluator.ts';
import { prefixSums } from '../../../../src/core/approximation/moments.ts';
import { lineOf } from '../../../../src/core/approximation/polynomial.ts';
import { sampleFunction } from '../../../../src/core/approximation/samples.ts';
import { bendMoves } from '../../../../src/core/approximation/trainers/bend-moves.ts';
import {
  firstSlope,
  gainfulPlaces,
  slideBends,
  turnUnits,
} from '../../../../src/core/approximation/trainers/bends.ts';
import { packedLength, rowStart } from '../../../../src/core/approximation/trainers/cholesky.ts';
import { gradientSweep } from '../../../../src/core/approximation/trainers/gradient.ts';
import { solveOutput } from '../../../../src/core/approximation/trainers/output-layer.ts';
import { idleUnits, residualPeaks } from '../../../../src/core/approximation/trainers/planting.ts';
import { reluGram, reluNormal } from '../../../../src/core/approximation/trainers/relu-sums.ts';
import {
  createShallow,
  type Shallow,
} from '../../../../src/core/approximation/trainers/shallow.ts';
import { evaluateShallow } from '../../../../src/core/approximation/trainers/sweep.ts';
import { createWorkspace, lossAndGradient } from '../../../../src/core/backprop.ts';
import { initialisers } from '../../../../src/core/initialisers.ts';
import { createMlp, predict } from '../../../../src/core/mlp.ts';
import { whole } from '../../../../src/core/parts.ts';
import { createRandom } from '../../../../src/core/random.ts';

const samples = sampleFunction((x) => Math.sin(5 * x) + x * x, { cells: 96 });

function spread(activation: ActivationName, width: number, seed = 1): Shallow {
  const net = createShallow(samples, activation, width);
  const mlp = createMlp({ sizes: [1, width, 1], hidden: activation });
  initialisers.spreadKnots(mlp, net.parameters, createRandom(seed));
  return net;
}

it.each([
  [5, 'at once'],
  [300, 'in tiles'],
])('%i ReLUs are used where they are active, all samples looked at %s', (width, how) => {
  const many = sampleFunction(Math.sin, { cells: 512 });
  const net = createShallow(many, 'relu', width);
  expect(net.tiles.length > 1).toBe(how === 'in tiles');
  const random = createRandom(3);
  for (let unit = 0; unit < width; unit++) {
    // steep and level ones, with bends inside and outside, some of them at a sample
    const [weight = 0, bend = 0] = [
      [2 * random.uniform() - 1, 3 * random.uniform() - 1.5],
      [random.uniform() < 0.5 ? 0 : -0, 1],
      [random.uniform() < 0.5 ? 1 : -1, many.x[Math.floor(512 * random.uniform())]],
    ][unit % 3] as [number, number];
    net.parameters[unit] = weight;
    net.parameters[width + unit] = weight === 0 ? random.uniform() - 0.5 : -weight * bend;
  }
  evaluateShallow(net);
  for (let unit = 0; unit < width; unit++) {
    const [weight, bias] = [net.parameters[unit], net.parameters[width + unit]];
    const active = [...many.x.keys()].filter((i) => bias + weight * many.x[i] > 0);
    const range = active.length > 0 ? [active[0], (active.at(-1) ?? 0) + 1] : [512, 512];
    expect([net.first[unit], net.end[unit]]).toEqual(range);
  }
});

describe.each([...activationNames])('%s', (activation) => {
  it('the residual is that of the core network with these parameters', () => {
    const net = spread(activation, 5);
    evaluateShallow(net);
    const mlp = createMlp({ sizes: [1, 5, 1], hidden: activation });
    const fitted = new Float64Array(samples.x.length);
    evaluator(activation, net.parameters)(samples.x, fitted);
    samples.x.forEach((x, i) => {
      const [value] = predict(mlp, net.parameters, [x]);
      expect(net.residual[i]).toBeCloseTo(value - samples.y[i], 12);
      expect(fitted[i]).toBeCloseTo(value, 12);
    });
  });

  it('the hidden gradient is that of half the mean squared error', () => {
    const net = spread(activation, 4);
    evaluateShallow(net);
    const gradient = new Float64Array(8);
    gradientSweep(net, gradient)('nothing');
    const step = 1e-6;
    for (let k = 0; k < 8; k++) {
      const kept = net.parameters[k];
      net.parameters[k] = kept + step;
      const above = evaluateShallow(net);
      net.parameters[k] = kept - step;
      const below = evaluateShallow(net);
      net.parameters[k] = kept;
      const difference = (above - below) / (2 * step) / (2 * samples.x.length);
      // Where σ jumps the difference quotient sees the jump and the derivative does not.
      if (activations[activation].jumps.length > 0) continue;
      expect(Math.abs(gradient[k] - difference)).toBeLessThan(1e-6 * (1 + Math.abs(difference)));
    }
  });

  it('the solved output layer leaves no error along any feature', () => {
    const net = spread(activation, 6);
    evaluateShallow(net);
    const error = solveOutput(net, 1e-12);
    const { tiles, residual, x } = net;
    const { features } = tiles[0];
    for (let unit = 0; unit < 6; unit++) {
      let product = 0;
      let norm = 0;
      for (let i = 0; i < x.length; i++) {
        product += features[unit * x.length + i] * residual[i];
        norm += features[unit * x.length + i] ** 2;
      }
      // The ridge's square, and the rounding of nearly dependent features.
      expect(Math.abs(product)).toBeLessThanOrEqual(1e-6 * Math.sqrt(norm * error) + 1e-9);
    }
  });
});

it.each(['tanh', 'gelu', 'relu'] as const)(
  'a network too wide for one tile has the error, the gradient and the best heights of all samples: %s',
  (activation) => {
    const width = 150;
    const { x, y } = sampleFunction(Math.sin, { cells: 501 });
    const net = createShallow({ x, y }, activation, width);
    expect(net.tiles.length).toBeGreaterThan(1);
    const mlp = createMlp({ sizes: [1, width, 1], hidden: activation });
    initialisers.spreadKnots(mlp, net.parameters, createRandom(1));
    const { length } = net.parameters;
    const [gradient, wanted] = [new Float64Array(length), new Float64Array(length)];
    const plain = createWorkspace(mlp, x.length);
    const lossOf = () => lossAndGradient(plain, net.parameters, x, y, 'squaredError', wanted);
    const error = gradientSweep(net, gradient)('hidden');
    // Sums of 501 products in another order: a few hundred roundings.
    expect(Math.abs(error / (2 * x.length) / lossOf() - 1)).toBeLessThan(1e-13);
    const largest = Math.max(...wanted.map(Math.abs));
    wanted.forEach((value, k) => {
      expect(Math.abs(gradient[k] - value)).toBeLessThan(1e-13 * largest);
    });
    // The best heights leave no error along any feature, nor along the constant.
    const before = Math.max(...wanted.subarray(2 * width).map(Math.abs));
    solveOutput(net, 1e-12);
    lossOf();
    const after = Math.max(...wanted.subarray(2 * width).map(Math.abs));
    expect(after).toBeLessThan(1e-6 * before);
  },
);

it('the cost of a unit is the rise of the error without it', () => {
  const net = spread('relu', 6);
  evaluateShallow(net);
  const before = solveOutput(net, 1e-13);
  const { costs, units, error } = whole(idleUnits(net));
  expect(error).toBeCloseTo(before, 9);
  const kept = net.parameters.slice();
  for (let unit = 0; unit < 6; unit++) {
    net.parameters.set(kept);
    net.parameters[unit] = 0;
    net.parameters[6 + unit] = -1;
    evaluateShallow(net);
    const rise = solveOutput(net, 1e-13) - before;
    // Costs are computed with a ridge of 1e-10.
    expect(Math.abs(costs[unit] / rise - 1)).toBeLessThan(1e-3);
  }
  expect([...units].sort((a, b) => costs[a] - costs[b])).toEqual(units);
});

it('residual peaks are where the residual is largest', () => {
  const net = spread('relu', 8);
  evaluateShallow(net);
  net.residual.fill(0);
  net.residual[20] = 3;
  net.residual[70] = -5;
  const [first, second] = residualPeaks(net, 2);
  // Smoothing spreads a peak over a quarter of a unit's room to each side.
  expect(Math.abs(first - samples.x[70])).toBeLessThan(4 / 96 + 1e-9);
  expect(Math.abs(second - samples.x[20])).toBeLessThan(4 / 96 + 1e-9);
});

it('turning units round changes a ReLU network by a straight line only', () => {
  const net = spread('relu', 9, 4);
  evaluateShallow(net);
  const before = net.residual.slice();
  const wanted = 3;
  const off = Math.abs(firstSlope(net) - wanted);
  turnUnits(net, wanted);
  expect(Math.abs(firstSlope(net) - wanted)).toBeLessThan(off);
  evaluateShallow(net);
  const change = before.map((value, i) => net.residual[i] - value);
  for (let i = 2; i < change.length; i++)
    expect(Math.abs(change[i] - 2 * change[i - 1] + change[i - 2])).toBeLessThan(1e-12);
});

it('bends slide past samples to where the curve is better', () => {
  const net = spread('relu', 6, 3);
  const solved = () => {
    evaluateShallow(net);
    return solveOutput(net, 1e-13);
  };
  const before = solved();
  const places = () =>
    Array.from({ length: 6 }, (_, unit) => -net.parameters[6 + unit] / net.parameters[unit]);
  const old = places();
  slideBends(net, prefixSums(net.x, net.y), true);
  const now = places();
  // Eight sample distances at most.
  now.forEach((place, unit) => {
    expect(Math.abs(place - old[unit])).toBeLessThan(16 / 96 + 1e-9);
  });
  expect(now).not.toEqual(old);
  expect(solved()).toBeLessThan(before);
});

it('a bend moved by looking ahead makes the network draw the better curve it was moved for', () => {
  let jumped = 0;
  for (const seed of [1, 2, 3]) {
    const net = spread('relu', 12, seed);
    evaluateShallow(net);
    const before = solveOutput(net, 1e-14);
    const sums = prefixSums(net.x, net.y);
    const jumps = whole(bendMoves(net, sums, createRandom(seed))(before, 0));
    expect(jumps).toBeDefined();
    jumped += jumps?.length ?? 0;
    for (const { unit, to } of jumps ?? [])
      expect(-net.parameters[12 + unit] / net.parameters[unit]).toBeCloseTo(to, 12);
    evaluateShallow(net);
    expect(solveOutput(net, 1e-14)).toBeLessThan(before);
  }
  // From some starts all bends slide instead.
  expect(jumped).toBeGreaterThan(0);
});

it('nothing changes where no bend could be better placed', () => {
  const net = createShallow(sampleFunction(Math.abs, { cells: 64 }), 'relu', 2);
  net.parameters.set([1, -1, 0, 0, 1, 1, 0]);
  const before = net.parameters.slice();
  const sums = prefixSums(net.x, net.y);
  expect(whole(bendMoves(net, sums, createRandom(1))(evaluateShallow(net), 0))).toBeUndefined();
  expect(net.parameters).toEqual(before);
});

it('the most gainful place for a bend is where the target bends and the network does not', () => {
  const kinked = sampleFunction((x) => Math.abs(x - 0.25), { cells: 96 });
  // The chords of |x − ¼| over −1, −½, ½, 1; the third unit carries the line.
  const net = createShallow(kinked, 'relu', 3);
  net.parameters.set([-1, 1, 1, -0.5, -0.5, 2, 0.5, 1.5, -0.5, 1.5]);
  const [place] = gainfulPlaces(net);
  expect(Math.abs(place - 0.25)).toBeLessThan(0.1);
});

it('lineOf() is the line an identity network draws', () => {
  const net = spread('identity', 3);
  const { slope, intercept } = lineOf(net.parameters);
  evaluateShallow(net);
  net.x.forEach((x, i) => {
    expect(net.residual[i]).toBeCloseTo(slope * x + intercept - net.y[i], 12);
  });
});

it('impossible networks are refused with the value', () => {
  expect(() => createShallow(samples, 'relu', 0)).toThrow(
    'width must be a positive integer: got 0',
  );
  const none = { x: new Float64Array(), y: new Float64Array() };
  expect(() => createShallow(none, 'relu', 1)).toThrow('no samples: got 0 expected at least 1');
});

it('the closed forms for ReLU on even samples are the sums over samples', () => {
  const width = 7;
  for (let seed = 1; seed <= 20; seed++) {
    const net = spread('relu', width, seed);
    const { closed } = net;
    if (!closed) throw new Error('even samples of a ReLU network have closed forms');
    // One bend on a sample, one outside: the edges of the formulas.
    net.parameters[width] = -net.parameters[0] * net.x[10];
    net.parameters[width + 1] = 1.5 * net.parameters[1];
    evaluateShallow(net);
    const size = width + 1;
    const gram = new Float64Array(packedLength(size));
    reluGram(closed, net, gram);
    const feature = (unit: number, i: number) =>
      unit === width ? 1 : net.tiles[0].features[unit * net.x.length + i];
    const half = 1 / net.x.length;
    // Share of a sample's cell that a bend leaves on the active side.
    const share = (unit: number, i: number) => {
      const place = -net.parameters[width + unit] / net.parameters[unit];
      const beyond = Math.sign(net.parameters[unit]) * (net.x[i] - place);
      return Math.min(1, Math.max(0, 0.5 + beyond / (2 * half)));
    };
    const height = (unit: number) => net.parameters[2 * width + unit];
    const all = 2 * width + 1;
    const normal = new Float64Array(packedLength(all));
    const gradient = new Float64Array(all);
    reluNormal(closed, net, normal, gradient, true);
    const sum = (term: (i: number) => number) => net.x.reduce((total, _, i) => total + term(i), 0);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++)
        expect(gram[rowStart(i) + j]).toBeCloseTo(
          sum((s) => feature(i, s) * feature(j, s)),
          9,
        );
      for (let j = 0; j < width; j++)
        expect(normal[rowStart(width + i) + j]).toBeCloseTo(
          sum((s) => feature(i, s) * height(j) * share(j, s)),
          9,
        );
    }
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++)
        expect(normal[rowStart(i) + j]).toBeCloseTo(
          sum((s) => height(i) * share(i, s) * height(j) * share(j, s)),
          9,
        );
      expect(gradient[i]).toBeCloseTo(
        sum((s) => height(i) * share(i, s) * net.residual[s]),
        9,
      );
    }
  }
});

it('uneven samples have no closed forms', () => {
  const gap = sampleFunction((x) => (x > 0 ? x : Math.sqrt(x - 0.5)), { cells: 32 });
  const uneven = { x: gap.x.slice(), y: gap.y };
  uneven.x[3] += 1e-4;
  expect(createShallow(gap, 'relu', 3).closed).not.toBe(null);
  expect(createShallow(uneven, 'relu', 3).closed).toBe(null);
  expect(createShallow(gap, 'tanh', 3).closed).toBe(null);
});
