// The formulas and counts that the chapters print, against the data and arithmetic by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import activationWords from '../../content/en/activations.json' with { type: 'json' };
import { affineFromDecimals, collapse } from '../../src/core/collapse.ts';
import type { Rational } from '../../src/core/rational.ts';
import { hiddenLayer } from '../../src/facts/plane.ts';
import { facts, factText } from '../../src/facts/registry.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

const value = (name: string) => facts[name]?.value ?? Number.NaN;
const chapter = (name: string) =>
  readFileSync(new URL(`../../content/en/chapters/${name}.mdx`, import.meta.url), 'utf8');

describe('the printed formulas', () => {
  test('of the hidden neurons hold the coefficients of the data file', () => {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = plane.lines.map(({ w }) => w);
    const [e, f] = plane.lines.map(({ b: bias }) => bias);
    expect(hiddenLayer).toEqual({
      weights: [
        [a, b],
        [c, d],
      ],
      bias: [e, f],
    });
    expect(chapter('index')).toContain(
      `\\none = ${a}\\,x_1 + ${b}\\,x_2 - ${-(e ?? 0)}, \\qquad \\ntwo = ${c}\\,x_1 - ${-d}\\,x_2 - ${-(f ?? 0)} .`,
    );
  });

  test('of the worked collapse are the exact product and the gathered bias', () => {
    const layers = [
      affineFromDecimals(hiddenLayer.weights, hiddenLayer.bias),
      affineFromDecimals([[1, 1]], [1]),
    ];
    const { map } = collapse(layers);
    const tex = (q: Rational) => {
      const [, sign = '', top = '', bottom = ''] = /^(−?)(\d+)\/(\d+)$/.exec(q.toString()) ?? [];
      return `${sign && '-'}\\tfrac{${top}}{${bottom}}`;
    };
    const [first, second] = map.weights[0] ?? [];
    const [bias] = map.bias;
    if (!first || !second || !bias) throw new Error('the collapse lost a number');
    expect(chapter('proof')).toContain(
      `W_2W_1 = \\begin{pmatrix} ${tex(first)} & ${tex(second)} \\end{pmatrix}`,
    );
    expect(chapter('proof')).toContain(`W_2b_1 + b_2 = ${tex(bias)} .`);
  });
});

describe('counts', () => {
  test('of parameters are those added up by hand', () => {
    // 3·4 + 4·2 weights, 4 + 2 biases
    expect(value('network-parameters')).toBe(26);
    expect(value('network-biases')).toBe(6);
    // (2 + 1)·100 + 9·(100 + 1)·100 + (100 + 1)
    expect(value('linear-stack-parameters')).toBe(91_301);
    expect(value('single-neuron-parameters')).toBe(3);
    // those in a reader's menu, which has a name for each
    expect(value('activation-count')).toBe(Object.keys(activationWords).length);
  });

  test('of the sawtooth double with every fold', () => {
    // 2⁶ pieces from 6 layers of 2; 2²⁰ from 20
    expect(value('depth-pieces')).toBe(64);
    expect(value('depth-deep-units')).toBe(12);
    expect(value('depth-shallow-units')).toBe(64);
    expect(value('depth-deep-units-20')).toBe(40);
    expect(value('depth-shallow-units-20')).toBe(1_048_576);
  });
});

describe('factText', () => {
  test('writes a number as a reader expects it', () => {
    expect(factText('linear-stack-parameters', 'en')).toBe('91 301');
    expect(factText('certificate-n1', 'en')).toMatch(/^−\d\.\d\d$/);
    expect(factText('gap-relu', 'zh-Hans')).toBe('0.344');
  });

  test('names a fact it does not know', () => {
    expect(() => factText('no-such', 'en')).toThrow('unknown fact "no-such"');
  });
});

test('every fact is asserted in this folder', () => {
  const folder = new URL('./', import.meta.url);
  const tests = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const asserted = Object.keys(facts).filter((name) => tests.some((t) => t.includes(`'${name}'`)));
  expect(asserted).toEqual(Object.keys(facts));
});
