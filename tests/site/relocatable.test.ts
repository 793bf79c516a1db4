import { expect, it } from 'vitest';
import { siteAddress } from '../../src/site/address.mjs';
import { relativeAddress } from '../../src/site/relocatable.mjs';

it.each([
  ['/b/', 'index.html', './'],
  ['/b/proof/', 'index.html', './proof/'],
  ['/b/', 'proof/index.html', '../'],
  ['/b/proof/', 'proof/index.html', './'],
  ['/b/_astro/x.js', 'zh/proof/index.html', '../../_astro/x.js'],
  ['/b/about/#credits', 'proof/index.html', '../about/#credits'],
  ['/b/_astro/font.woff2', '_astro/style.css', './font.woff2'],
])('%s seen from %s is %s', (target, page, expected) => {
  expect(relativeAddress(target, '/b/', page)).toBe(expected);
});

it('works for a site at the root of its host', () => {
  expect(relativeAddress('/proof/', '/', 'zh/index.html')).toBe('../proof/');
});

it('siteAddress() splits one address into origin and base path', () => {
  expect(siteAddress('https://a.example/b')).toEqual({ site: 'https://a.example', base: '/b/' });
  expect(siteAddress('https://a.example')).toEqual({ site: 'https://a.example', base: '/' });
});
