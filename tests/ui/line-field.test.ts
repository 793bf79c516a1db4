import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineField } from '../../src/ui/line-field.ts';

// + 0: negative zero is written as 0
const number = fc.double({ min: -3, max: 3, noNaN: true }).map((value) => value + 0);
const line = fc.tuple(number, number, number).filter(([w1, w2]) => w1 * w1 + w2 * w2 > 1e-2);

describe('a line in a link', () => {
  it('reads back to the same bits', () => {
    fc.assert(
      fc.property(line, (given) => {
        expect(lineField.parse(lineField.format(given))).toEqual(given);
      }),
    );
  });

  it.each(['0,0,1', '1,2', '1,2,3,4', 'NaN,1,1', '1,Infinity,0', '21,0,0', '', '0.001,0,1'])(
    'refuses "%s"',
    (text) => {
      expect(lineField.parse(text)).toBeUndefined();
    },
  );
});
