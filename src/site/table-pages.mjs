// Every figure has its data as a table, and most readers never open one. This moves the tables the
// build has drawn from each chapter to a page of tables beside it ("data/"), and leaves a link. With
// JavaScript a figure draws its live table in place.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

const box = /<section class="table-box"[^>]*?data-elsewhere="([^"]*)".*?<\/section>/gs;

/**
 * The chapter without its tables, and the page of tables; undefined when the chapter has none.
 * @param {string} html
 * @param {{ chapter: string, data: string }} addresses of the two pages, from the root of the host
 */
export function splitTables(html, { chapter, data }) {
  const { document } = parseHTML(html);
  const figures = [...document.querySelectorAll('figure.figure')].filter((figure) =>
    figure.querySelector('.table-box'),
  );
  if (figures.length === 0) return undefined;

  const sections = figures.map((figure) => {
    const title = figure.querySelector('.figure-title').textContent;
    const table = figure.querySelector('.table-box');
    table.setAttribute('aria-label', title);
    return `<section><h2 id="${figure.id}"><a href="${chapter}#${figure.id}">${title}</a></h2>${table.outerHTML}</section>`;
  });
  const heading = `${figures[0].querySelector('details.table > summary').textContent} · ${document.querySelector('h1').textContent}`;
  const tables = html
    .replace(
      /<main.*<\/main>/s,
      `<main id="main" class="chapter tables"><article class="text"><h1>${heading}</h1>${sections.join('')}</article></main>`,
    )
    .replace(/<title>.*?<\/title>/s, `<title>${heading}</title>`)
    // the other languages have a page of tables too
    .replace(/(<a class="[^"]*\bedition\b[^"]*" href="[^"#]*)"/g, `$1data/"`)
    .replace(/(<link rel="(?:canonical|alternate)"[^>]* href="[^"]*)"/g, `$1data/"`)
    .replace(
      /<script type="application\/ld\+json">.*?<\/script>|<meta property="og:[^>]*>|<meta name="twitter:[^>]*>/g,
      '',
    );

  // tables come in the order of their figures
  let next = 0;
  const lighter = html.replace(box, (_whole, words) => {
    const id = figures[next++].id;
    return `<p class="table-link"><a href="${data}#${id}">${words}</a></p>`;
  });
  return { chapter: lighter, tables };
}

/** @param {{ base: string }} options */
export function tablePages({ base }) {
  return {
    name: 'table-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('index.html'))) {
          const folder = posix.dirname(file.split(sep).join('/'));
          const home = folder === '.' ? '' : `${folder}/`;
          const path = `${home}data/`;
          const addresses = { chapter: base + home, data: base + path };
          const split = splitTables(await readFile(join(root, file), 'utf8'), addresses);
          if (!split) continue;
          await mkdir(dirname(join(root, path, 'index.html')), { recursive: true });
          await writeFile(join(root, path, 'index.html'), split.tables);
          await writeFile(join(root, file), split.chapter);
        }
      },
    },
  };
}
