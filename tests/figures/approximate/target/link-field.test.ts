import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targets } from '../../../../src/core/approximation/targets.ts';
import { controlPointsOf } from '../../../../src/figures/approximate/target/control-points.ts';
import { dataOf } from '../../../../src/figures/approximate/target/data.ts';
import { drawingOf, stroke } from '../../../../src/figures/approximate/target/drawing.ts';
import { targetField } from '../../../../src/figures/approximate/target/link-field.ts';
import { isDomain } from '../../../../src/figures/approximate/target/pane.ts';
import { sampleTarget, type Target } from '../../../../src/figures/approximate/target/target.ts';
import { readLink, writeLink } from '../../../../src/ui/link.ts';

const fields = { target: targetField };
const start: { target: Target } = { target: { kind: 'preset', name: 'constant' } };

/** The target after a link of it has been written and read. */
function through(target: Target): Target {
  const link = writeLink('approximate', fields, start, { target });
  const reading = readLink('approximate', fields, `#${link}`);
  if (reading.kind !== 'state' || !reading.values.target) throw new Error(link.slice(0, 200));
  return reading.values.target;
}

// a link has no −0
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const interval = fc
  .tuple(finite, finite)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .filter(isDomain);
const pane = fc.record({ domain: interval, range: interval });

describe('a link', () => {
  it('restores every preset by its name', () => {
    for (const name of Object.keys(targets)) {
      if (name === 'constant') continue;
      const target = { kind: 'preset', name } as Target;
      expect(targetField.format(target)).toBe(name);
      expect(through(target)).toEqual(target);
    }
  });

  it('restores a formula, whatever its signs', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, interval, (formula, domain) => {
        const target: Target = { kind: 'formula', text: formula, domain };
        expect(through(target)).toEqual(target);
      }),
    );
  });

  it('restores drawings to the bit, in about three hundred characters', () => {
    const place = fc.tuple(finite, finite);
    fc.assert(
      fc.property(
        pane,
        fc.boolean(),
        fc.array(place, { minLength: 1 }),
        (where, smooth, places) => {
          const drawing = places.reduce(
            (now, to, i) => stroke(now, places[Math.max(0, i - 1)], to),
            drawingOf(() => 0, where, smooth),
          );
          const target: Target = { kind: 'drawing', ...drawing };
          const restored = through(target);
          expect(restored).toEqual(target);
          if (restored.kind !== 'drawing') return;
          expect(sampleTarget(restored)).toEqual({
            ...sampleTarget(target),
            sampled: expect.objectContaining({ target: restored }),
          });
          expect(targetField.format(target).length).toBeLessThan(256 + 4 * 25 + 10);
        },
      ),
    );
  });

  it('restores control points', () => {
    fc.assert(
      fc.property(pane, fc.boolean(), fc.integer({ min: 2, max: 32 }), (where, smooth, count) => {
        const target: Target = {
          kind: 'control',
          ...controlPointsOf((x) => x, where, smooth, count),
        };
        expect(through(target)).toEqual(target);
      }),
    );
  });

  it('restores data to the bit, as points and as means of cells, with their names', () => {
    const row = fc.tuple(finite, finite);
    const name = fc.string({ maxLength: 12 });
    const table = fc.oneof(
      fc.array(row, { minLength: 2, maxLength: 30 }),
      fc.array(row, { minLength: 520, maxLength: 700 }),
    );
    let binned = 0;
    fc.assert(
      fc.property(table, name, name, (rows, xName, yName) => {
        const [x, y] = [rows.map((each) => each[0]), rows.map((each) => each[1])];
        const data = dataOf(x, y, { xName, yName });
        fc.pre(data !== undefined);
        if (!data) return;
        if (data.binned) binned++;
        const target: Target = { kind: 'data', ...data };
        expect(through(target)).toEqual(target);
      }),
    );
    expect(binned).toBeGreaterThan(5);
  });
});

describe('a spoilt link', () => {
  const good = [
    'f!-1!1!sin(x)',
    `d!-1!1!-2!2!1!${'BA'.repeat(128)}`,
    'c!-1!1!-2!2!0!AAAAfQfQ-gAA',
    't!0!1!2!t!v!0,1,1,2',
    `b!0!1!700!t!v!${',1'.repeat(511)}`,
  ];

  it.each([
    ['an unknown preset', 'sinus'],
    ['a name every object has', 'toString'],
    ['an empty interval', 'f!1!1!x'],
    ['an interval without end', 'f!0!Infinity!x'],
    ['too long a formula', `f!0!1!${'x'.repeat(301)}`],
    ['too few columns', `d!-1!1!-2!2!1!${'BA'.repeat(127)}`],
    ['a level beyond the pane', `d!-1!1!-2!2!1!${'__'.repeat(128)}`],
    ['another flag', `d!-1!1!-2!2!2!${'BA'.repeat(128)}`],
    ['points in disorder', 'c!-1!1!-2!2!0!-gAAAAfQfQ'],
    ['half a point', 'c!-1!1!-2!2!0!AAAA-gAAAA'],
    ['data in disorder', 't!0!1!3!t!v!0,1,2,2,1,5'],
    ['data outside their interval', 't!0!1!2!t!v!0,1,2,2'],
    ['a value that is none', 't!0!1!2!t!v!0,1,1,x'],
    ['fewer rows than points', 't!0!1!1!t!v!0,1,1,2'],
    ['names that cannot be read', 't!0!1!2!%!v!0,1,1,2'],
    ['too few cells', 'b!0!1!700!t!v!1,2,3'],
  ])('with %s is refused', (_, text) => {
    expect(targetField.parse(text)).toBeUndefined();
  });

  it('is refused or gives a target that can be sampled, never an exception', () => {
    let accepted = 0;
    const piece = fc.oneof(
      fc.constantFrom('!', ',', '-', 'A', '0', '1e9', 'Infinity', '%'),
      fc.string(),
    );
    const spoilt = fc
      .tuple(fc.constantFrom(...good), fc.nat(), fc.nat({ max: 3 }), piece)
      .map(([text, at, cut, put]) => {
        const place = at % text.length;
        return text.slice(0, place) + put + text.slice(place + cut);
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.string()), (text) => {
        const target = targetField.parse(text);
        if (!target) return;
        accepted++;
        expect(through(target)).toEqual(target);
        if (target.kind !== 'formula') expect(sampleTarget(target)).toMatchObject({ ok: true });
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  }, 120_000);

  it.each(good)('but not %s', (text) => {
    expect(targetField.parse(text)).toBeDefined();
  });
});
