import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredLanguage, placeAt, placeOf } from '../../src/site/place.ts';

describe('offeredLanguage', () => {
  it.each([
    ['another edition in the reader’s first language', ['zh-TW', 'en'], null, 'zh-CN'],
    ['nothing when the page is in the language preferred', ['en-GB', 'zh-CN'], null, undefined],
    ['the first preference that exists', ['fr', 'zh', 'en'], null, 'zh-CN'],
    ['nothing when no preference exists', ['fr', 'de-AT'], null, undefined],
    ['nothing once the reader has chosen', ['zh-CN'], 'en', undefined],
  ] as const)('offers %s', (_title, preferred, chosen, expected) => {
    expect(offeredLanguage(preferred, ['en', 'zh-CN'], chosen)).toBe(expected);
  });
});

describe('a place on the page', () => {
  it('is the number of the last heading or figure passed, and how far it is to the next', () => {
    expect(placeOf(0, [100, 300], 500)).toBe(0);
    expect(placeOf(100, [100, 300], 500)).toBe(1);
    expect(placeOf(150, [100, 300], 500)).toBe(1.25);
    expect(placeOf(400, [100, 300], 500)).toBe(2.5);
  });

  it('reads back to the same height on the same page', () => {
    const page = fc
      .array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 40 })
      .map((lengths) => {
        let top = 0;
        return lengths.map((length) => (top += length));
      });
    fc.assert(
      fc.property(page, fc.double({ min: 0, max: 0.99, noNaN: true }), (starts, share) => {
        const end = starts.at(-1) as number;
        const tops = starts.slice(0, -1);
        const y = share * end;
        // a place keeps a thousandth of a part at its very end for itself
        expect(Math.abs(placeAt(placeOf(y, tops, end), tops, end) - y)).toBeLessThanOrEqual(2.001);
      }),
    );
  });

  it('beyond the last part of a shorter page is its end', () => {
    expect(placeAt(7.5, [100], 300)).toBe(300);
  });
});
