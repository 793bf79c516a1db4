// Imports go one way: core ← training, ui ← figures ← pages; site reads content only.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  training: ['core', 'training', 'kernel'],
  kernel: ['kernel'],
  ui: ['core', 'ui', 'content'],
  facts: ['core', 'facts', 'site'],
  figures: ['core', 'training', 'ui', 'site', 'figures', 'content'],
  site: ['site', 'content'],
  markdown: ['markdown'],
  pages: ['core', 'training', 'facts', 'figures', 'site', 'pages', 'content'],
};

const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|tsx|mjs|astro)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

const importsOf = ({ file, text }: (typeof modules)[number]) =>
  [...text.matchAll(/(?:from|import|import\()\s*['"](\.[^'"]+)['"]/g)].map(([, to = '']) =>
    relative(source, join(source, dirname(file), to))
      .split(sep)
      .join('/'),
  );

it('modules import only from the layers below them', () => {
  const faults: string[] = [];
  for (const module of modules) {
    const layer = module.file.split(sep)[0] ?? '';
    if (!(layer in allowed)) continue;
    for (const to of importsOf(module)) {
      // what the citation file says is content too
      const target = /^\.\.\/(content\/|CITATION\.cff)/.test(to)
        ? 'content'
        : (to.split('/')[0] ?? '');
      if (!allowed[layer]?.includes(target)) faults.push(`${module.file} imports ${to}`);
    }
  }
  expect(faults).toEqual([]);
});

it('no file of the core or the kernel is longer than 250 lines', () => {
  const long = modules
    .filter(({ file }) => /^(core|kernel)[/\\]/.test(file))
    .filter(({ text }) => text.split('\n').length - 1 > 250)
    .map(({ file }) => file);
  expect(long).toEqual([]);
});

it('no figure imports another figure', () => {
  const faults: string[] = [];
  for (const module of modules) {
    const [layer, figure] = module.file.split(sep);
    if (layer !== 'figures') continue;
    for (const to of importsOf(module)) {
      const [target, other] = to.split('/');
      if (target === 'figures' && other !== figure) faults.push(`${module.file} imports ${to}`);
    }
  }
  expect(faults).toEqual([]);
});

it('the core uses no engine-dependent mathematics, no clock and no unseeded randomness', () => {
  const faults: string[] = [];
  const banned =
    /Math\.(random|exp|expm1|log|log1p|log2|log10|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|pow|cbrt|hypot)\b|Date\b|performance\b/;
  // powers of BigInt are exact
  const power = /\*\*(?! ?(?:\d+n|BigInt))/;
  for (const { file, text } of modules.filter((module) => module.file.startsWith(`core${sep}`))) {
    text.split('\n').forEach((line, i) => {
      const code = line.replace(/\/\/.*$/, '').replace(/^\s*\/?\*.*$/, '');
      if (banned.test(code) || power.test(code))
        faults.push(`core/${file}:${i + 1}: ${line.trim()}`);
    });
  }
  expect(faults).toEqual([]);
});

it('Math.random and eval occur nowhere in the source', () => {
  for (const { file, text } of modules) {
    expect(/Math\.random|\beval\(|new Function\(/.test(text), file).toBe(false);
  }
});

it('figures wake by client:figure, which keeps their words out of the page', () => {
  for (const { file, text } of modules.filter(({ file }) => file.endsWith('.astro'))) {
    expect(text.match(/client:(?!figure)\w+/g), file).toBeNull();
  }
});
