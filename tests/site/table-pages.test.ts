import { expect, it } from 'vitest';
import { splitTables } from '../../src/site/table-pages.mjs';

const figure = (id: string, rows: string) =>
  `<figure class="figure wide" id="${id}"><p class="figure-title">About ${id}</p><details class="table"><summary>Data</summary><section class="table-box" data-elsewhere="See ${id}"><table>${rows}</table></section></details></figure>`;
const page = (body: string) =>
  `<!doctype html><html><head><title>T</title><link rel="canonical" href="https://a.example/b/"><link rel="alternate" hreflang="zh-CN" href="https://a.example/b/zh/"></head><body><main id="main"><h1>T</h1>${body}</main></body></html>`;
const addresses = { chapter: '/b/', data: '/b/data/' };

it('moves each table to the page of tables and leaves a link to it', () => {
  const split = splitTables(
    page(figure('one', '<tr><td>1</td></tr>') + figure('two', '<tr><td>2</td></tr>')),
    addresses,
  );
  expect(split?.chapter).not.toContain('<table>');
  expect(split?.chapter).toContain('<a href="/b/data/#one">See one</a>');
  expect(split?.chapter).toContain('<a href="/b/data/#two">See two</a>');
  expect(split?.tables).toMatch(/id="one".*<td>1<\/td>.*id="two".*<td>2<\/td>/s);
  expect(split?.tables).toContain('<a href="/b/#one">About one</a>');
});

it('keeps the page of tables out of search results and free of the chapter’s address', () => {
  const split = splitTables(page(figure('one', '')), addresses);
  expect(split?.tables).toContain('<link rel="canonical" href="https://a.example/b/data/">');
  expect(split?.tables).toContain('hreflang="zh-CN" href="https://a.example/b/zh/data/">');
});

it('leaves a chapter without tables alone', () => {
  expect(splitTables(page('<p>text</p>'), addresses)).toBeUndefined();
});
