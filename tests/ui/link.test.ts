import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flag,
  numberIn,
  numbersIn,
  oneOf,
  readLink,
  wholeIn,
  writeLink,
} from '../../src/ui/link.ts';

const fields = {
  line: numbersIn(-20, 20, [3, 3]),
  rate: numberIn(0, 1),
  seed: wholeIn(0, 2 ** 32 - 1),
  activation: oneOf(['relu', 'tanh']),
  grid: flag,
};
const start = { line: [1, 2, 3], rate: 0.1, seed: 7, activation: 'relu', grid: true } as const;

const state = fc.record({
  line: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 }),
  rate: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat({ max: 2 ** 32 - 1 }),
  activation: fc.constantFrom('relu' as const, 'tanh' as const),
  grid: fc.boolean(),
});

describe('links to a figure', () => {
  it('restore every state to the same bits', () => {
    fc.assert(
      fc.property(state, (now) => {
        const link = writeLink('demo', fields, start, now);
        const reading = readLink('demo', fields, `#${link}`);
        // nothing changed: the link is the bare anchor, and there is nothing to restore
        if (link === 'demo') return reading.kind === 'other';
        if (reading.kind !== 'state') return false;
        const restored = { ...start, ...reading.values };
        // -0 is written as 0, and draws the same
        const plain = (value: unknown) => JSON.stringify(value);
        return plain(restored) === plain(now);
      }),
    );
  });

  it('name only what differs from the start', () => {
    expect(writeLink('demo', fields, start, { ...start, seed: 8 })).toBe('demo~seed=8');
    expect(writeLink('demo', fields, start, start)).toBe('demo');
  });

  it('are refused as a whole, with the part that is wrong', () => {
    for (const [part, why] of [
      ['line=1,2', 'too few'],
      ['line=1,2,3,4', 'too many'],
      ['line=1,2,99', 'out of range'],
      ['line=1,2,', 'an empty number'],
      ['rate=NaN', 'not a number'],
      ['rate=Infinity', 'not finite'],
      ['seed=1.5', 'not whole'],
      ['activation=constructor', 'not in the list'],
      ['grid=yes', 'not a flag'],
      ['toString=1', 'not a field'],
      ['%E0%A4%A=1', 'not text'],
      ['rate', 'no value'],
    ]) {
      expect(readLink('demo', fields, `#demo~seed=9~${part}`), why).toEqual({
        kind: 'fault',
        part,
      });
    }
  });

  it('to other figures or headings are none of this figure’s business', () => {
    for (const hash of ['', '#', '#demo', '#other~seed=1', '#demo2~seed=1']) {
      expect(readLink('demo', fields, hash)).toEqual({ kind: 'other' });
    }
  });

  it('never throw, whatever the fragment', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        const { kind } = readLink('demo', fields, `#demo~${text}`);
        return kind === 'fault' || kind === 'state';
      }),
      { numRuns: 10_000 },
    );
  });
});
