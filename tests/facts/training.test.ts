// What the article says about training runs, checked on the runs themselves.
import { describe, expect, test } from 'vitest';
import { type ActivationName, activationNames, activations } from '../../src/core/activations.ts';
import { hiddenImage } from '../../src/core/hidden-space.ts';
import type { Trial } from '../../src/core/trial.ts';
import { verifySeparation } from '../../src/core/verify-separation.ts';
import { hiddenGap, hiddenLayer } from '../../src/facts/plane.ts';
import { facts } from '../../src/facts/registry.ts';
import { articleRuns } from '../../src/facts/training.ts';
import hiddenGaps from '../fixtures/hidden-gaps.json' with { type: 'json' };
import plane from '../fixtures/plane.json' with { type: 'json' };

const value = (name: string) => facts[name]?.value ?? Number.NaN;

describe('training', () => {
  /** Direction of each hidden neuron's line, as the angle of its normal in degrees, 0 … 180. */
  const directions = ({ parameters: [w11 = 0, w12 = 0, w21 = 0, w22 = 0] }: Trial) =>
    [Math.atan2(w12, w11), Math.atan2(w22, w21)].map((a) => ((a * 180) / Math.PI + 360) % 180);
  const runs = { relu: articleRuns.relu(), tanh: articleRuns.tanh() };

  test('a run counts as solved when every point is on its side, checked one by one', () => {
    const solved = (activation: 'relu' | 'tanh') =>
      runs[activation].filter(({ parameters: p }) => {
        const out = (point: number[]) => {
          const h = [0, 1].map((u) => {
            const z = (p[2 * u] ?? 0) * (point[0] ?? 0) + (p[2 * u + 1] ?? 0) * (point[1] ?? 0);
            const sum = z + (p[4 + u] ?? 0);
            return activation === 'relu' ? Math.max(0, sum) : Math.tanh(sum);
          });
          return (p[6] ?? 0) * (h[0] ?? 0) + (p[7] ?? 0) * (h[1] ?? 0) + (p[8] ?? 0);
        };
        return plane.A.every((x) => out(x) > 0) && plane.B.every((x) => out(x) < 0);
      }).length;
    expect(value('train-seeds')).toBe(100);
    expect(value('train-relu-solved')).toBe(solved('relu'));
    expect(value('train-tanh-solved')).toBe(solved('tanh'));
  });

  test('a solved run has its neurons on the two edges, facing apart, or one behind the other', () => {
    const kinds = runs.relu
      .filter(({ cause }) => cause === 'success')
      .map(({ parameters: p }) => {
        const sums = (u: number, points: readonly number[][]) =>
          points.map(
            ([x = 0, y = 0]) => (p[2 * u] ?? 0) * x + (p[2 * u + 1] ?? 0) * y + (p[4 + u] ?? 0),
          );
        const silentOn = (points: readonly number[][]) =>
          points.filter((_, i) => [0, 1].every((u) => (sums(u, points)[i] ?? 0) <= 0)).length;
        // facing apart, the band is where both are silent; else one flank is
        return silentOn(plane.A) > silentOn(plane.B) ? 'apart' : 'one way';
      });
    expect(value('train-relu-one-way')).toBe(kinds.filter((kind) => kind === 'one way').length);
    expect(kinds.filter((kind) => kind === 'apart').length).toBeGreaterThan(0);
  });

  test('a silent ReLU has no positive sum at any of the points', () => {
    const silent = runs.relu.filter(({ cause, parameters: p }) => {
      const sums = (u: number) =>
        [...plane.A, ...plane.B].map(
          ([x1 = 0, x2 = 0]) => (p[2 * u] ?? 0) * x1 + (p[2 * u + 1] ?? 0) * x2 + (p[4 + u] ?? 0),
        );
      return cause !== 'success' && [0, 1].some((u) => sums(u).every((sum) => sum <= 0));
    });
    expect(value('train-relu-dead')).toBe(silent.length);
  });

  test('other failures lie on one edge of the band, or across it', () => {
    const stuck = [...runs.relu, ...runs.tanh].filter(({ cause }) => cause === 'stuck');
    // normals of the band's edges: 37° and 27° (mod 180); across it: about 135°
    const along = (angle: number) => Math.abs(angle - 32) < 20;
    const across = (angle: number) => Math.abs(angle - 135) < 25;
    expect(stuck.filter((t) => directions(t).every(along)).length).toBeGreaterThan(0);
    expect(stuck.filter((t) => directions(t).every(across)).length).toBeGreaterThan(0);
    const neither = stuck.filter((t) => !directions(t).every((a) => along(a) || across(a)));
    expect(neither.length).toBeLessThan(stuck.length / 4);
  });

  test('with the same weights those part the classes that a line is shown to part', () => {
    const { rows } = hiddenGaps;
    const parts = (name: ActivationName): boolean => {
      const row = rows.find(({ activation, scale }) => activation === name && scale === 1);
      if (row) return row.gap > 0;
      // newer than the stored gaps: its line or its certificate is checked, exactly
      const layer = { ...hiddenLayer, scale: 1, activation: { value: activations[name].value } };
      const [a, b] = [plane.A, plane.B].map((points) => points.map((x) => hiddenImage(layer, x)));
      const { separation } = hiddenGap(layer.activation);
      expect(verifySeparation(a ?? [], b ?? [], separation, 'double'), name).toBe(true);
      return separation.kind === 'separable';
    };
    expect(value('bend-same-weights')).toBe(activationNames.filter(parts).length);
  });

  test('all activations but the identity can do the task, as the article says', () => {
    // square, cube and absolute value: a band is where such a function of one sum is small
    const stored = new Set(hiddenGaps.rows.map(({ activation }) => activation));
    const newer = activationNames.filter((name) => !stored.has(name));
    const others = newer.filter((name) => hiddenGap(activations[name]).gap === 0);
    expect(value('bend-other-weights')).toBe(3 + others.length);
    expect(value('bend-same-weights') + value('bend-other-weights')).toBe(
      activationNames.length - 1,
    );
  });

  test('plain descent is far from the optimum, whatever its exact distance', () => {
    // measured apart: 81 to 101 times over rates 0.1 to 0.5 and three seeds
    expect(value('descent-ratio')).toBeGreaterThan(50);
    expect(value('descent-ratio')).toBeLessThan(150);
    expect(value('descent-steps')).toBe(2000);
  });
});
