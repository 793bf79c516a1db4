// KaTeX's stylesheet covers all of TeX. This keeps the rules the built pages can match: a rule goes
// when it names a class that occurs on no page. Its fonts go too: ours are subsets (site/fonts). The
// stylesheets are then named anew, by what is in them now.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';

/** Rules about formulas only; everything else in the stylesheet is ours and stays. */
const aboutFormulas = /\.katex/;

/** @param {string} css @param {ReadonlySet<string>} classes names that occur in the pages */
export function keepUsedKatex(css, classes) {
  const root = postcss.parse(css);
  const occurs = (selector) =>
    !aboutFormulas.test(selector) ||
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name));
  root.walkRules((rule) => {
    const kept = rule.selectors.filter(occurs);
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  return root.toString();
}

export function katexUsed() {
  return {
    name: 'katex-used',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const classes = new Set();
        const names = new Map();
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8');
          for (const [, names] of html.matchAll(/class="([^"]*)"/g)) {
            for (const name of names.split(/\s+/)) classes.add(name);
          }
        }
        for (const file of files.filter((name) => name.endsWith('.css'))) {
          const css = keepUsedKatex(await readFile(join(root, file), 'utf8'), classes);
          const digest = createHash('sha256').update(css).digest('hex').slice(0, 8);
          const renamed = file.replace(/\.[\w-]+\.css$/, `.${digest}.css`);
          await rm(join(root, file));
          await writeFile(join(root, renamed), css);
          names.set(basename(file), basename(renamed));
        }
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8');
          const named = html.replace(
            /(?<=[/"])[^/"]+\.css(?=")/g,
            (name) => names.get(name) ?? name,
          );
          await writeFile(join(root, file), named);
        }
      },
    },
  };
}
