import { expect, it } from 'vitest';
import { siteAddress } from '../../src/site/address.mjs';
import { files, pages, parse, read, target } from './built.ts';

const addressed = '[href], [src], [component-url], [renderer-url]';

it('every link, script, style, island and anchor leads somewhere within the site', () => {
  const faults: string[] = [];
  for (const page of pages) {
    const document = parse(page);
    for (const element of document.querySelectorAll(addressed)) {
      const names = ['href', 'src', 'component-url', 'renderer-url'];
      for (const value of names.map((name) => element.getAttribute(name) ?? '')) {
        // the 404 page is shown at any depth, so its addresses start from the root
        const { base } = siteAddress();
        const address =
          page === '404.html' && value.startsWith(base) ? `/${value.slice(base.length)}` : value;
        const file = value === '' ? undefined : target(address, page);
        if (file === undefined) continue;
        if (!files.includes(file)) faults.push(`${page}: ${value} leads to no file`);
        const anchor = /#(.+)$/.exec(value)?.[1];
        if (anchor && file.endsWith('.html') && files.includes(file)) {
          const id = decodeURIComponent(anchor);
          if (!parse(file).getElementById(id)) faults.push(`${page}: ${value} leads to no anchor`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
});

it('pages other than 404 hold no address that depends on where the site is served', () => {
  const { base } = siteAddress();
  for (const page of pages.filter((name) => name !== '404.html')) {
    for (const element of parse(page).querySelectorAll(addressed)) {
      for (const { name, value } of element.attributes) {
        if (name === 'href' || name === 'src' || name.endsWith('-url')) {
          expect(value.startsWith(base) && base !== '/', `${page}: ${name}="${value}"`).toBe(false);
        }
      }
    }
  }
});

it('no id occurs twice on a page', () => {
  for (const page of pages) {
    const ids = [...parse(page).querySelectorAll('[id]')].map((element) => element.id);
    expect(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      page,
    ).toEqual([]);
  }
});

it('nothing built refers to another host, except as a link to read', () => {
  const { site } = siteAddress();
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    expect(read(file).match(/url\(["']?https?:/g), file).toBeNull();
  }
  for (const page of pages) {
    const loaded = parse(page).querySelectorAll(
      'script[src], img[src], link[rel=stylesheet], iframe',
    );
    for (const element of loaded) {
      const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      expect(/^https?:/.test(address) && !address.startsWith(site), `${page}: ${address}`).toBe(
        false,
      );
    }
  }
});
