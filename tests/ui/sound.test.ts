// Curves by ear: the pitch is the height.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pitches } from '../../src/ui/sound.ts';

const tones = (values: number[], range: [number, number] = [-1, 1]) =>
  Array.from(pitches({ curves: [values], range })[0] ?? []);

it('spans two octaves over A: the lower edge is 220 Hz, the middle 440 Hz, the upper edge 880 Hz', () => {
  expect(tones([-1, 0, 1])).toEqual([220, 440, 880]);
});

it('gives equal steps in value equal intervals', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 0, noNaN: true }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      (from, step) => {
        const [a = 0, b = 0, c = 0] = tones([from, from + step, from + 2 * step]);
        // single precision
        expect(c / b).toBeCloseTo(b / a, 5);
        expect(b).toBeGreaterThan(a);
      },
    ),
  );
});

it('keeps what leaves the window at its edge, and sounds no number as the lower edge', () => {
  expect(tones([-7, 7, Number.POSITIVE_INFINITY, Number.NaN])).toEqual([220, 880, 880, 220]);
});
