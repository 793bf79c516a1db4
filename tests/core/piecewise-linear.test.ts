import { describe, expect, it } from 'vitest';
import { activationNames, activations } from '../../src/core/activations.ts';
import { piecesOf } from '../../src/core/piecewise-linear.ts';

describe('piecesOf', () => {
  it('gives the activation back, value for value, kinks and jumps included', () => {
    for (const name of activationNames) {
      const found = piecesOf(name);
      expect(found !== undefined).toBe(activations[name].piecewiseLinear);
      if (!found) continue;
      expect(found.pieces).toHaveLength(found.kinks.length + 1);
      for (let z = -3; z <= 3; z += 0.25) {
        const { slope, intercept } = found.pieces[found.kinks.filter((kink) => z >= kink).length];
        expect(slope * z + intercept + 0).toBe(activations[name].value(z) + 0);
      }
    }
  });

  it('knows relu, leaky relu and the step by their slopes', () => {
    expect(piecesOf('relu')?.pieces.map(({ slope }) => slope)).toEqual([0, 1]);
    expect(piecesOf('leakyRelu')?.pieces.map(({ slope }) => slope)).toEqual([0.1, 1]);
    expect(piecesOf('step')?.pieces.map(({ intercept }) => intercept)).toEqual([0, 1]);
    expect(piecesOf('tanh')).toBeUndefined();
  });
});
