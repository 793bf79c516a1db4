// Every figure's link is the reader's text: whatever stands in it is either a state of that figure or
// refused, and never more than that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fields, readLink } from '../../src/ui/link.ts';

const modules = import.meta.glob<{ readonly fields: Fields }>(
  '../../src/figures/*/{model,settings,state}.ts',
  { eager: true },
);
const figures = Object.entries(modules)
  .filter(([, module]) => 'fields' in module)
  .map(([path, { fields }]) => [path.split('/').at(-2) ?? '', fields] as const);

const awkward = fc.constantFrom(
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  '"onload="alert(1)',
  '%',
  '%E0%A4%A',
  '%00',
  '~',
  '=',
  ',',
  '-0',
  '1e999',
  'NaN',
  '0x10',
  ' ',
  '1_0',
  '９',
  '\u202e',
  '9'.repeat(5000),
);
const numbers = fc.array(fc.oneof(fc.double().map(String), fc.integer().map(String)), {
  maxLength: 90,
});
const value = fc.oneof(
  awkward,
  fc.string({ unit: 'binary' }),
  numbers.map((list) => list.join()),
);

it('there are figures to try', () => {
  expect(figures.length).toBeGreaterThan(10);
});

describe.each(figures)('a link to %s', (_name, fields) => {
  const name = fc.oneof(fc.constantFrom(...Object.keys(fields)), awkward);
  const parts = fc.array(
    fc.tuple(name, value, fc.boolean()).map(
      ([key, text, escaped]) =>
        // half of them as a browser would write them
        `${key}=${escaped ? encodeURIComponent(text.toWellFormed()) : text}`,
    ),
    { minLength: 1, maxLength: 5 },
  );

  it('is read as a state of the figure or refused with a short reason, whatever stands in it', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const reading = readLink('figure', fields, `#figure~${written.join('~')}`);
        if (reading.kind === 'fault') {
          expect(reading.part.length).toBeGreaterThan(0);
          expect(reading.part.length).toBeLessThanOrEqual(60);
          return;
        }
        if (reading.kind !== 'state') throw new Error('the link names the figure');
        for (const [key, read] of Object.entries(reading.values)) {
          expect(Object.hasOwn(fields, key)).toBe(true);
          // what was accepted can be written and read back
          const again = fields[key]?.parse(fields[key]?.format(read) ?? '');
          expect(again).toBeDefined();
        }
        expect(Object.getPrototypeOf(reading.values)).toBe(Object.prototype);
      }),
      { numRuns: 300 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('may be a megabyte long', () => {
    const long = Object.keys(fields).map((key) => `${key}=${'1,'.repeat(200_000)}`);
    expect(readLink('figure', fields, `#figure~${long.join('~')}`).kind).toBe('fault');
  });
});
