import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compiledEarly,
  eachStyleOnce,
  earlyFonts,
  ownPolicy,
  plainImports,
  straightToView,
} from '../../src/site/lighter-pages.mjs';
import { shorterPath, shorterPaths } from '../../src/site/shorter-paths.mjs';

/** Where a path of straight lines goes, by the rules of SVG 2 §9.3, as text to three decimals. */
function corners(d: string): readonly string[] {
  const visited: string[] = [];
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const own = letter === letter.toLowerCase();
    const kind = letter.toUpperCase();
    const size = { M: 2, L: 2, H: 1, V: 1, Z: 0 }[kind];
    if (size === undefined) throw new Error(`path: unknown command ${letter}`);
    const steps = size === 0 ? 1 : numbers.length / size;
    for (let i = 0; i < steps; i++) {
      const [a = 0, b = 0] = numbers.slice(i * size, i * size + size);
      if (kind === 'Z') [x, y] = start;
      else if (kind === 'H') x = own ? x + a : a;
      else if (kind === 'V') y = own ? y + a : a;
      else [x, y] = own ? [x + a, y + b] : [a, b];
      if (kind === 'M' && i === 0) start = [x, y];
      visited.push(`${kind === 'M' && i > 0 ? 'L' : kind} ${x.toFixed(3)} ${y.toFixed(3)}`);
    }
  }
  // -0.000 is 0.000; H and V are lines
  return visited.map((corner) => corner.replaceAll('-0.000', '0.000').replace(/^[HV]/, 'L'));
}

const number = fc.integer({ min: -99_999, max: 99_999 }).map((n) => String(n / 100));
const pair = fc.tuple(number, number).map((both) => both.join(' '));
const command = fc.oneof(
  pair.map((at) => `L${at}`),
  fc.array(pair, { minLength: 1, maxLength: 3 }).map((all) => `M${all.join(' ')}`),
  number.map((at) => `H${at}`),
  number.map((at) => `V${at}`),
  pair.map((at) => `l${at}`),
  number.map((at) => `h${at}`),
  number.map((at) => `v${at}`),
  fc.constant('Z'),
);

describe('shorterPath()', () => {
  it('visits the same corners in the same order, to the last digit, where they are few', () => {
    fc.assert(
      fc.property(pair, fc.array(command, { maxLength: 6 }), (first, rest) => {
        const d = `M${first}${rest.join('')}`;
        expect(corners(shorterPath(d))).toEqual(corners(d));
      }),
    );
  });

  it('leaves out corners within a tenth of a pixel of the line, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10 }), (rises) => {
        const tenths: (readonly [number, number])[] = [[0, 5]];
        for (const rise of rises) {
          const [x, y] = tenths.at(-1) as readonly [number, number];
          tenths.push([x + 7, y + rise]);
        }
        const d = `M${tenths.map(([x, y]) => `${x / 10} ${y / 10}`).join('L')}`;
        const kept = corners(shorterPath(d)).map(
          (corner) => corner.split(' ').slice(1).map(Number) as [number, number],
        );
        const all = tenths.map(([x, y]) => [x / 10, y / 10]);
        const left = kept.map((corner) => JSON.stringify(corner));
        expect(all.map((corner) => JSON.stringify(corner))).toEqual(expect.arrayContaining(left));
        expect([left[0], left.at(-1)]).toEqual([all[0], all.at(-1)].map((c) => JSON.stringify(c)));
        // the line climbs from left to right, so its height at x is one
        for (const [x, y] of tenths) {
          const i = Math.max(
            1,
            kept.findIndex(([right]) => right >= x / 10),
          );
          const [[ax, ay], [bx, by]] = [kept[i - 1], kept[i]] as [
            [number, number],
            [number, number],
          ];
          const slope = (by - ay) / (bx - ax);
          const miss = Math.abs(y / 10 - ay - slope * (x / 10 - ax)) / Math.hypot(1, slope);
          expect(miss).toBeLessThanOrEqual(0.1 + 1e-9);
        }
      }),
    );
    const straight = Array.from({ length: 20 }, (_, i) => `${i} ${i / 2 + (i % 2) / 10}`).join('L');
    expect(shorterPath(`M${straight}`)).toBe('M0 0l19 9.6');
  });

  it('names neighbours by their distance', () => {
    expect(shorterPath('M100 250L114.2 305.3L122.5 305.3H130Z')).toBe(
      'M100 250l14.2 55.3 8.3 0h7.5z',
    );
    expect(shorterPath('M34 8H392V366H34ZM10 10L9.5 9.9')).toBe('M34 8h358v358h-358zm-24 2-.5-.1');
  });

  it('leaves curves, and what it cannot read, alone', () => {
    for (const d of ['M0 0C1 2 3 4 5 6', 'M0 0a4 4 0 1 0 8 0', 'M1e3 0L2 2', 'none', '']) {
      expect(shorterPath(d)).toBe(d);
    }
  });
});

it('shorterPaths() changes path data and nothing else', () => {
  expect(shorterPaths('<p id="M1 2">M1 2L3 4</p><path class="a" d="M1 2L3 4">')).toBe(
    '<p id="M1 2">M1 2L3 4</p><path class="a" d="M1 2l2 2">',
  );
});

it('ownPolicy() keeps the hashes of what stands in the page, and everything else', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const page = (hashes: string) =>
    `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes}; style-src 'self' ${hash('p{}')};"><script>go()</script><style>p{}</style><script src="x.js"></script>`;
  expect(ownPolicy(page(` ${hash('go()')} ${hash('gone()')}`))).toBe(page(` ${hash('go()')}`));
});

it('eachStyleOnce() keeps the first link to a style sheet, and everything else', () => {
  const link = (name: string) => `<link rel="stylesheet" href="./${name}.css">`;
  expect(eachStyleOnce(`${link('a')}<p>${link('b')}${link('a')}</p>${link('b')}${link('c')}`)).toBe(
    `${link('a')}<p>${link('b')}</p>${link('c')}`,
  );
});

it('plainImports() takes away the list of files to fetch early, and nothing else', () => {
  const list = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f=["./a.js"]))=>i.map(i=>d[i]);\n';
  const load = 'o(()=>import(`./a.js`).then(e=>e.a)';
  expect(plainImports(`${list}${load},__vite__mapDeps([0,1,2]),import.meta.url);f(g,[1])`)).toBe(
    `${load});f(g,[1])`,
  );
  expect(plainImports('f(a,[0,1]);')).toBe('f(a,[0,1]);');
});

it('compiledEarly() puts the hint of V8 on the first line of a file that is worth it', () => {
  const long = 'export let x=1;'.repeat(200);
  expect(compiledEarly(long, 'View.js')).toBe(`//# allFunctionsCalledOnLoad\n${long}`);
  expect(compiledEarly(long, 'training.x.js')).toBe(long);
  expect(compiledEarly('export let x=1;', 'View.js')).toBe('export let x=1;');
});

describe('straightToView()', () => {
  const island = (file: string, name: string) =>
    `<astro-island component-url="../_astro/${file}" component-export="${name}" ssr>`;

  it('points an island at the file its view is in', () => {
    const scripts = new Map([['View.a.js', 'export{n as default}from"./figures.b.js";']]);
    expect(straightToView(island('View.a.js', 'default'), scripts)).toBe(
      island('figures.b.js', 'n'),
    );
  });

  it('leaves an island whose file does more than pass on', () => {
    const scripts = new Map([['View.a.js', 'import"./b.js";export{n as default}from"./c.js";']]);
    expect(straightToView(island('View.a.js', 'default'), scripts)).toBe(
      island('View.a.js', 'default'),
    );
  });
});

describe('fonts of formulas', () => {
  const font = '<link rel="preload" href="a/katex-main.1.woff2" as="font">';
  const text = '<link rel="preload" href="a/source-serif-roman.1.woff2" as="font">';
  const formula = '<span class="katex">x</span>';
  const page = (main: string) => `<head>${text}${font}</head><main>${main}</main>`;

  it('are asked for early where a formula stands in the text a page opens with', () => {
    const html = page(`<p>Let ${formula} be.</p><figure></figure>`);
    expect(earlyFonts(html)).toBe(html);
  });

  it('wait where there is none, or it comes later: after a figure, far down', () => {
    const without = (main: string) => page(main).replace(font, '');
    for (const main of [
      '<p>Words.</p>',
      `<figure></figure><p>${formula}</p>`,
      `<p>${'Words. '.repeat(400)}</p><p>${formula}</p>`,
    ]) {
      expect(earlyFonts(page(main))).toBe(without(main));
    }
  });
});

it('the italic is asked for early where something is set in it', () => {
  const font = '<link rel="preload" href="a/source-serif-italic.1.woff2" as="font">';
  const page = (main: string) => `<head>${font}</head><main>${main}</main>`;
  expect(earlyFonts(page('<p>An <em>affine</em> map</p>'))).toBe(
    page('<p>An <em>affine</em> map</p>'),
  );
  expect(earlyFonts(page('<p>Plain</p>'))).toBe(page('<p>Plain</p>').replace(font, ''));
});
