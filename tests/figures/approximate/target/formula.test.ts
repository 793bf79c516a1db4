import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import labels from '../../../../content/en/figures/approximate-target.json' with { type: 'json' };
import { compileFormula } from '../../../../src/figures/approximate/target/formula.ts';
import { constants, functions } from '../../../../src/figures/approximate/target/formula-words.ts';
import { sampleFormula } from '../../../../src/figures/approximate/target/target.ts';
import { fill } from '../../../../src/ui/words.ts';

const places = [-2.3, -1, -0.4, 0, 0.5, 1, 1.7];

function compiled(text: string): (x: number) => number {
  const read = compileFormula(text);
  if (!read.ok) throw new Error(`${text}: ${read.fault.key}`);
  return read.value;
}

function faultOf(text: string) {
  const read = compileFormula(text);
  if (read.ok) throw new Error(`${text} has no fault`);
  return read.fault;
}

const { sin, cos, exp, abs, PI, E } = Math;
const meanings: readonly (readonly [string, (x: number) => number])[] = [
  ['2x^2', (x) => 2 * x ** 2],
  ['-x^2', (x) => -(x ** 2)],
  ['(-x)^2', (x) => x ** 2],
  ['2^-x', (x) => 2 ** -x],
  ['2^3^2 x', (x) => 512 * x],
  ['x**2', (x) => x * x],
  ['x² + 3x¹⁰', (x) => x ** 2 + 3 * x ** 10],
  ['(x + 3)⁻¹ − 2⁻¹²', (x) => 1 / (x + 3) - 2 ** -12],
  ['sin 3⁻²x', (x) => Math.sin(x / 9)],
  ['--x', (x) => x],
  ['3 - -x', (x) => 3 + x],
  ['x - 1 - 1', (x) => x - 2],
  ['8/2/2 x', (x) => 2 * x],
  ['1/2x', (x) => x / 2],
  ['2(x+1)', (x) => 2 * (x + 1)],
  ['x(x+1)^2', (x) => x * (x + 1) ** 2],
  ['(x+1)(x-1)', (x) => x ** 2 - 1],
  ['2 pi x e', (x) => 2 * PI * x * E],
  ['2π x − τ', (x) => 2 * PI * x - 2 * PI],
  ['.5x + 1e-1 + 2.', (x) => 0.5 * x + 2.1],
  ['2e x', (x) => 2 * E * x],
  ['2 sin x', (x) => 2 * sin(x)],
  ['sin 2x + 1', (x) => sin(2 * x) + 1],
  ['sin x cos x', (x) => sin(x) * cos(x)],
  ['sin x^2', (x) => sin(x ** 2)],
  ['sin(x)^2', (x) => sin(x) ** 2],
  ['sin^2 x + cos²(x)', () => 1],
  ['exp(-x^2)', (x) => exp(-(x ** 2))],
  ['e^(-x^2/2)', (x) => exp(-(x ** 2) / 2)],
  ['√x^2 + sqrt(4)', (x) => abs(x) + 2],
  ['cbrt(x)', Math.cbrt],
  ['mod(x, 1)', (x) => x - Math.floor(x)],
  ['min(x, 0, 1) + max(x)', (x) => Math.min(x, 0) + x],
  ['|x|', abs],
  ['2|x|', (x) => 2 * abs(x)],
  ['|x|x', (x) => abs(x) * x],
  ['||x|-1|', (x) => abs(abs(x) - 1)],
  ['|-|x||', abs],
  ['|x+1||x-1|', (x) => abs(x + 1) * abs(x - 1)],
  ['2|x|+3|x|-|x-|1||', (x) => 5 * abs(x) - abs(x - 1)],
  ['x < 0', (x) => (x < 0 ? 1 : 0)],
  ['x ≤ 0', (x) => (x <= 0 ? 1 : 0)],
  ['x >= 0.5', (x) => (x >= 0.5 ? 1 : 0)],
  ['x = 1', (x) => (x === 1 ? 1 : 0)],
  ['x != 1', (x) => (x === 1 ? 0 : 1)],
  ['-1 < x < 1', (x) => (x > -1 && x < 1 ? 1 : 0)],
  ['(x > 0) x', (x) => (x > 0 ? x : 0)],
  ['x < 0 ? -x : x^2', (x) => (x < 0 ? -x : x ** 2)],
  ['x < -1 ? 0 : x < 1 ? 1 : 2', (x) => (x < -1 ? 0 : x < 1 ? 1 : 2)],
  ['if(x < 0, -1, 1)', (x) => (x < 0 ? -1 : 1)],
  ['if(x < -1 or not x < 1 and x > 0, 1, 0)', (x) => (x < -1 || x >= 1 ? 1 : 0)],
  ['y = 3x', (x) => 3 * x],
  ['f(x) = x + 1', (x) => x + 1],
  ['２（ｘ＋１）－１。５', (x) => 2 * (x + 1) - 1.5],
  ['｜x – 1｜', (x) => abs(x - 1)],
];

describe('a formula', () => {
  /** Math's functions and the core's differ in the last bits. */
  const LAST_BITS = 1e-13;

  it.each(meanings)('%s means what it means in mathematics', (text, meaning) => {
    const value = compiled(text);
    for (const x of places) {
      const wanted = meaning(x);
      expect(Math.abs(value(x) - wanted)).toBeLessThanOrEqual(LAST_BITS * Math.max(1, abs(wanted)));
    }
  });

  it('knows every word of its list', () => {
    for (const [name, { arity = [1, 1] }] of functions) {
      const list = Array.from({ length: arity[0] }, () => '0.5').join(', ');
      expect(compiled(`${name}(${list})`)(0), name).not.toBeNaN();
    }
    for (const [name, value] of constants) expect(compiled(name)(0)).toBe(value);
  });

  it('is left out where it has no finite value, and its holes are told', () => {
    const wide = { kind: 'formula', domain: [-1, 1] } as const;
    const root = sampleFormula({ ...wide, text: 'sqrt(x)' }, compileFormula);
    if (!root.ok) throw new Error(root.fault.key);
    expect(root.sampled.holes).toEqual([[-1, 0]]);
    expect(root.sampled.samples.x).toHaveLength(256);
    const pole = sampleFormula({ ...wide, domain: [-511, 513], text: '1/x' }, compileFormula);
    if (!pole.ok) throw new Error(pole.fault.key);
    expect(pole.sampled.holes).toEqual([[-1, 1]]);
    const nowhere = sampleFormula({ ...wide, text: 'ln(-1-x^2)' }, compileFormula);
    expect(nowhere).toEqual({ ok: false, fault: { key: 'nowhere', values: { from: -1, to: 1 } } });
  });

  it('has no value where a condition has none', () => {
    expect(compiled('sqrt(x) < 1 ? 2 : 3')(-1)).toBeNaN();
    expect(compiled('not sqrt(x)')(-1)).toBeNaN();
  });
});

const faults: readonly (readonly [string, string, string])[] = [
  ['', 'empty', ''],
  ['  y = ', 'empty', ''],
  ['x+'.repeat(200), 'tooLong', ''],
  [`${'x^.5+'.repeat(50)}x`, 'tooSlow', ''],
  ['1 + sinn(x)', 'unknownNameMeant', 'sinn'],
  ['f(x) = Cos(x)', 'unknownNameMeant', 'Cos'],
  ['2pix', 'unknownNameMeant', 'pix'],
  ['x + banana', 'unknownName', 'banana'],
  ['x # 2', 'unreadable', '#'],
  ['2 sin⁻¹ x', 'unknownNameMeant', 'sin⁻¹'],
  ['exp⁻¹ x', 'noArgument', 'exp'],
  ['x⁻', 'unexpected', '⁻'],
  ['x😀', 'unreadable', '😀'],
  ['你x', 'unreadable', '你'],
  ['x * / 2', 'unexpected', '/'],
  ['(x + ) 2', 'unexpected', ')'],
  ['x + 2)', 'nothingToClose', ')'],
  ['3 (x + 2', 'leftOpen', '('],
  ['1 + |x', 'leftOpen', '|'],
  ['x +', 'unfinished', ''],
  ['x < 1 ? 2 :', 'unfinished', ''],
  ['2 + sin', 'noArgument', 'sin'],
  ['sin + 2', 'noArgument', 'sin'],
  ['cos()', 'noArgument', 'cos'],
  ['if(x < 0, 1)', 'argumentCount', 'if'],
  ['sin(x, 2)', 'argumentCount', 'sin'],
  ['x 1.2.3', 'twoNumbers', '.3'],
  ['3,5 x', 'decimalComma', ','],
  ['x + 1e999', 'tooLarge', '1e999'],
];

describe('a faulty formula', () => {
  it.each(faults)('%j: %s, and the place of it', (text, key, place) => {
    const fault = faultOf(text);
    expect(fault.key).toBe(key);
    if (place !== '') expect(text.slice(fault.from, fault.to)).toBe(place);
  });

  it('has a sentence for every fault, filled from its values', () => {
    const templates: Readonly<Record<string, string>> = labels.formula.faults;
    const keys = new Set(faults.map(([, key]) => key));
    for (const [text] of faults) {
      const { key, values } = faultOf(text);
      expect(fill(templates[key], values)).not.toMatch(/[{}]/);
    }
    expect(
      Object.keys(templates)
        .filter((key) => !keys.has(key))
        .sort(),
    ).toEqual(['nowhere', 'parserMissing']);
  });

  it('names the place and what was meant', () => {
    const { key, values } = faultOf('2 + sinn(x)');
    const templates: Readonly<Record<string, string>> = labels.formula.faults;
    expect(fill(templates[key], values)).toBe('Unknown name “sinn” at 5; did you mean “sin”?');
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...[
      'x',
      'sin',
      'if',
      'and',
      'or',
      'not',
      '(',
      ')',
      '|',
      '^',
      '-',
      '+',
      '*',
      '/',
      ',',
      '?',
      ':',
    ],
    ...['<', '=', '2', '.5', '1e3', ' ', 'pi', '²', '√', 'min', 'max', '!', '#'],
  );
  /** Formulas that are right, by the grammar's own rules. */
  const { formula } = fc.letrec<{ formula: string; atom: string }>((tie) => ({
    atom: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('x', '2', '.5', 'pi', '(x²)'),
      tie('formula').map((inner) => `(${inner})`),
      tie('formula').map((inner) => `|${inner}|`),
      tie('formula').map((inner) => `sin(${inner})`),
      fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `max(${a}, ${b})`),
    ),
    formula: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('atom'),
      fc
        .tuple(tie('atom'), fc.constantFrom('+', '-', '*', '/', '^', ' < '), tie('atom'))
        .map(([a, sign, b]) => (a.includes('<') && sign === ' < ' ? a : `${a}${sign}${b}`)),
      tie('formula').map((inner) => `-${inner}`),
      fc.tuple(tie('atom'), tie('atom')).map(([a, b]) => `${a}(${b})`),
    ),
  }));
  const text = fc.oneof(
    formula,
    fc.tuple(formula, fc.nat(), word).map(([whole, at, piece]) => {
      const place = at % (whole.length + 1);
      return whole.slice(0, place) + piece + whole.slice(place + 1);
    }),
    fc.array(word, { maxLength: 24 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
  );

  it('by the rules of the grammar is a function', () => {
    fc.assert(
      fc.property(formula, (typed) => {
        fc.pre(typed.length <= 300);
        expect(compileFormula(typed)).toMatchObject({ ok: true });
      }),
    );
  });

  it('is a function or a fault with a place inside it, never an exception', () => {
    let good = 0;
    fc.assert(
      fc.property(text, (typed) => {
        const read = compileFormula(typed);
        if (read.ok) {
          good++;
          for (const x of [-1, 0, 0.3]) expect(typeof read.value(x)).toBe('number');
        } else if (read.fault.from !== undefined) {
          const { from, to = -1 } = read.fault;
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(good).toBeGreaterThan(2000);
  }, 120_000);

  it.each(['(', '|', '-', 'sin ', 'x^', '|x', 'not ', 'x?', '2^-', 'x<', 'if('])(
    'of nothing but %j up to the longest allowed is answered',
    (piece) => {
      const read = compileFormula(piece.repeat(300).slice(0, 300));
      expect(read.ok === false || typeof read.value(1) === 'number').toBe(true);
    },
  );
});
