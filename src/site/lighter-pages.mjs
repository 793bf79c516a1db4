// The last look at every page before it is served: the same page in fewer bytes. Path data becomes
// relative, empty SVG elements close themselves, islands point straight at the file their view is in,
// and the content policy allows the scripts and styles of this page rather than of all pages.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { shorterPaths } from './shorter-paths.mjs';

const emptyShape = /(<(path|circle|line|rect|ellipse|use|polyline|polygon)\b[^>]*?)><\/\2>/g;
const inline = { script: /<script>(.*?)<\/script>/gs, style: /<style>(.*?)<\/style>/gs };
const onlyPassesOn = /^export\{(\w+) as default\}from"\.\/([^"]+)";?\s*$/;
const component = /component-url="([^"]*\/)([^"/]+)" component-export="default"/g;

/** The policy without hashes of what does not stand in `html` as it is now. */
export function ownPolicy(html) {
  const hashes = new Set();
  for (const pattern of Object.values(inline)) {
    for (const [, text] of html.matchAll(pattern)) {
      hashes.add(createHash('sha256').update(text).digest('base64'));
    }
  }
  return html.replace(/(?<=http-equiv="content-security-policy" content=")[^"]*/, (policy) =>
    policy.replace(/ 'sha256-([^']+)'/g, (whole, hash) => (hashes.has(hash) ? whole : '')),
  );
}

/**
 * Islands whose component file only passes on another file's export name that file and that export.
 * @param {ReadonlyMap<string, string>} scripts text by file name
 */
export function straightToView(html, scripts) {
  return html.replace(component, (whole, folder, file) => {
    const [, name, origin] = onlyPassesOn.exec(scripts.get(file) ?? '') ?? [];
    return origin ? `component-url="${folder}${origin}" component-export="${name}"` : whole;
  });
}

/** What Astro writes for each island and only it would read: the directive takes no options. */
const plainIslands = (html) =>
  html.replace(/(<astro-island )uid="\w+" ([^>]*client="figure" opts=")[^"]*/g, '$1$2{}');

/** Astro's one rule for islands, which it puts into the first figure; base.css has it. */
const noIslandStyle = (html) => html.replace(/<style>astro-island[^<]*<\/style>/g, '');

/** import() without the list of what it would have fetched earlier: see plainImports in the config. */
export const plainImports = (code) =>
  code
    .replace(/^const __vite__mapDeps=.*\n/, '')
    .replace(/,\s*__vite__mapDeps\(\[[\d,]*\]\)(?:,import\.meta\.url)?(?=\))/g, '');

/** What the usual minifier leaves, once more: a hundredth of the scripts' weight. */
const smaller = async (code) => {
  const compress = { ecma: 2022, passes: 3, unsafe_arrows: true, keep_infinity: true };
  const result = await minify(code, { module: true, ecma: 2022, compress });
  return result.code ?? code;
};

/**
 * Asks V8 to compile all of a file while it is fetched, off the main thread: nearly all of what a page
 * loads runs at once, and compiled function by function it took half of the time a figure needs to wake.
 * Not worth its bytes in small files, nor in those of workers, which keep nobody waiting.
 */
export const compiledEarly = (code, file) =>
  code.length < 2000 || /^(training|laboratory)\./.test(file)
    ? code
    : `//# allFunctionsCalledOnLoad\n${code}`;

/** Characters of text, more or less, in the first window of a page. */
const firstWindow = 2000;
const preloaded = (name) => new RegExp(`<link rel="preload" href="[^"]*/${name}[^>]*>`, 'g');
const formulaFont = preloaded('katex-');
const italicFont = preloaded('source-serif-italic');

/**
 * Fonts of formulas are asked for early only where a formula stands in the first window, text before any figure;
 * the italic wherever something is set in it, since what comes after the first paint waits for the next page.
 */
export function earlyFonts(html) {
  const main = html.slice(html.indexOf('<main'));
  const [opening] = main.split(/<figure|class="katex/, 1);
  const followed = html.includes(`${opening}class="katex`);
  const text = opening.replace(/<[^>]*>/g, '');
  const formulas = followed && text.length < firstWindow ? html : html.replace(formulaFont, '');
  return /<(em|i|cite|dfn)[ >]/.test(main) ? formulas : formulas.replace(italicFont, '');
}

/** A style sheet that several figures ask for, asked for once. */
export const eachStyleOnce = (html) => {
  const seen = new Set();
  return html.replace(/<link rel="stylesheet" href="([^"]*)">/g, (link, href) => {
    const first = !seen.has(href);
    seen.add(href);
    return first ? link : '';
  });
};

const plainShapes = (html) => html.replace(emptyShape, '$1/>');

export function lighterPages() {
  return {
    name: 'lighter-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const scripts = new Map();
        for (const file of files.filter((name) => name.endsWith('.js'))) {
          const code = await readFile(join(root, file), 'utf8');
          const plain = plainImports(code);
          // a file that only passes on is told by its one statement, and will be removed
          const name = file.replace(/^.*[\\/]/, '');
          const light = onlyPassesOn.test(plain)
            ? plain
            : compiledEarly(await smaller(plain), name);
          if (light !== code) await writeFile(join(root, file), light);
          scripts.set(name, light);
        }
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8');
          const passes = [
            shorterPaths,
            plainShapes,
            plainIslands,
            noIslandStyle,
            eachStyleOnce,
            earlyFonts,
            ownPolicy,
          ];
          const lighter = passes.reduce((text, pass) => pass(text), straightToView(html, scripts));
          await writeFile(join(root, file), lighter);
        }
        // nobody asks for the files that only passed on
        for (const file of files.filter((name) => name.endsWith('.js'))) {
          if (onlyPassesOn.test(scripts.get(file.replace(/^.*[\\/]/, '')))) {
            await rm(join(root, file));
          }
        }
      },
    },
  };
}
