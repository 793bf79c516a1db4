import { describe, expect, it } from 'vitest';
import { siteAddress } from '../../src/site/address.mjs';
import { relativeAddress } from '../../src/site/relocatable.mjs';

describe('siteAddress()', () => {
  it.each([
    ['https://someone.github.io/the-bend/', 'https://someone.github.io', '/the-bend/'],
    ['https://someone.github.io/fork', 'https://someone.github.io', '/fork/'],
    ['https://learn.example', 'https://learn.example', '/'],
    ['https://learn.example/', 'https://learn.example', '/'],
    ['http://localhost:8080/a/b', 'http://localhost:8080', '/a/b/'],
  ])('splits %s into origin and base', (address, site, base) => {
    expect(siteAddress(address)).toEqual({ site, base });
  });

  it('refuses what is no address', () => {
    expect(() => siteAddress('example.org')).toThrow('Invalid URL');
  });
});

describe('relativeAddress() leads back to the address it came from', () => {
  const targets = ['', 'zh/', 'proof/#theorem', '_astro/x.a1.js', 'zh/data/?at=1#hero', '#x'];
  const pages = ['index.html', 'proof/index.html', 'zh/proof/data/index.html'];
  const origin = 'https://learn.example';
  it.each(['/', '/the-bend/', '/some/folder/deep/'])('under %s', (base) => {
    for (const target of targets) {
      for (const page of pages) {
        const relative = relativeAddress(base + target, base, page);
        expect(relative, `${target} from ${page}`).toMatch(/^\.\.?\//);
        const here = origin + base + page.replace(/index\.html$/, '');
        expect(new URL(relative, here).href).toBe(origin + base + target);
      }
    }
  });
});
