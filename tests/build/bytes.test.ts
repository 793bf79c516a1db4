// What a reader's connection carries. The limits are promises of the README.
import { expect, it } from 'vitest';
import { siteAddress } from '../../src/site/address.mjs';
import { files, parse, read, target, transferred } from './built.ts';

const kilobyte = 1000;
const page = 'index.html';

/** All scripts a script needs: static imports, and those it may ask for later (islands, workers). */
function closure(entries: readonly string[], follow: RegExp): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const match of read(file).matchAll(follow)) {
      const address = match.groups?.['address'];
      const next = address && target(address, file);
      if (next?.endsWith('.js')) queue.push(next);
    }
  }
  return found;
}

const statically = /(?:from|import)\s*["'](?<address>\.[^"']+\.js)["']/g;
const everything = /["'`](?<address>\.{0,2}\/?[\w./-]*\.js)["'`]/g;

const total = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + transferred(file), 0);

const document = parse(page);
const fileOf = (element: Element, name: string) =>
  target(element.getAttribute(name) ?? '', page) ?? '';
const styles = [...document.querySelectorAll('link[rel=stylesheet]')].map((e) => fileOf(e, 'href'));
const scripts = [...document.querySelectorAll('script[src]')].map((e) => fileOf(e, 'src'));
const islands = [...document.querySelectorAll('astro-island')];
const islandScripts = (which: readonly Element[]) =>
  which.flatMap((e) => [fileOf(e, 'component-url'), fileOf(e, 'renderer-url')]);

it('the first view of the article takes at most 60 kB of HTML, CSS and JavaScript', () => {
  const shown = islands.filter((island) => island.closest('.masthead'));
  const first = closure([...scripts, ...islandScripts(shown)], statically);
  const bytes = transferred(page) + total(styles) + total(first);
  console.info(
    `first view: HTML ${transferred(page)}, CSS ${total(styles)}, JavaScript ${total(first)}, together ${bytes} B`,
  );
  expect(bytes).toBeLessThanOrEqual(60 * kilobyte);
});

it('the fonts of the article take at most 42 kB', () => {
  const css = styles.map((file) => ({ file, text: read(file) }));
  const fonts = css.flatMap(({ file, text }) =>
    [...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(
      ([, address]) => target(address ?? '', file) ?? '',
    ),
  );
  expect(fonts.length).toBeGreaterThan(5);
  // bold mathematics does not occur in the article
  const used = fonts.filter((file) => !/bold|size[234]/.test(file));
  console.info(`fonts: ${total(used)} B of ${total(fonts)} B`);
  expect(total(used)).toBeLessThanOrEqual(42 * kilobyte);
});

it('all JavaScript of the article, every figure awake, takes at most 80 kB', () => {
  const awake = closure([...scripts, ...islandScripts(islands)], statically);
  const all = closure([...scripts, ...islandScripts(islands)], everything);
  console.info(
    `every figure awake: ${total(awake)} B of JavaScript in ${awake.size} files; every worker at work: ${total(all)} B in ${all.size} files`,
  );
  expect(awake.size).toBeGreaterThan(3);
  expect(total(awake)).toBeLessThanOrEqual(80 * kilobyte);
  // what trains is fetched when a reader first trains something, with what hands the kernel its work;
  // what sounds, when somebody listens; what keeps the site offline, long after it is shown
  expect(total(all)).toBeLessThanOrEqual(106 * kilobyte);
});

it('the full widget adds at most 60 kB of JavaScript to a page, its formula parser apart', () => {
  const scriptsOf = (file: string) => {
    const parsed = parse(file);
    const address = (element: Element, name: string) =>
      target(element.getAttribute(name) ?? '', file) ?? '';
    return [
      ...[...parsed.querySelectorAll('script[src]')].map((e) => address(e, 'src')),
      ...[...parsed.querySelectorAll('astro-island')].flatMap((e) => [
        address(e, 'component-url'),
        address(e, 'renderer-url'),
      ]),
    ];
  };
  const lab = closure(scriptsOf('lab/index.html'), everything);
  const usual = closure(scriptsOf('proof/index.html'), statically);
  const added = [...lab].filter((file) => !usual.has(file));
  const parser = added.filter((file) => /\/formula\./.test(file));
  console.info(`the widget: ${total(added) - total(parser)} B, its parser ${total(parser)} B`);
  expect(parser).toHaveLength(1);
  expect(total(added) - total(parser)).toBeLessThanOrEqual(60 * kilobyte);
});

it('the kernel takes at most 4 kB, and no page but its workers ask for it', () => {
  const kernels = files.filter((file) => file.endsWith('.wasm'));
  expect(kernels).toHaveLength(1);
  console.info(`the kernel: ${total(kernels)} B`);
  expect(total(kernels)).toBeLessThanOrEqual(4 * kilobyte);
  // the service worker knows every file by name, and fetches them when all else is done
  const asking = files.filter(
    (file) =>
      file !== 'service-worker.js' && /\.(?:js|html)$/.test(file) && /\.wasm/.test(read(file)),
  );
  expect(asking).toHaveLength(1);
  expect([...closure([...scripts, ...islandScripts(islands)], statically)]).not.toContain(
    asking[0],
  );
});

it('is measured on pages built for the configured address', () => {
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toContain(
    siteAddress().base,
  );
});
