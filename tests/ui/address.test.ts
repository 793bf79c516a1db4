import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { replaceAddress } from '../../src/ui/address.ts';

/** A browser that takes `most` addresses, then throws until it is told that time has passed. */
let taken: string[];
let most: number;
const page = { href: 'https://a.example/b/' };

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  most = 2;
  page.href = 'https://a.example/b/';
  vi.stubGlobal('location', page);
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _title: string, address: string) => {
      if (taken.length >= most) throw new DOMException('too often', 'SecurityError');
      taken.push(address);
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('writes at once where the browser lets it', () => {
  replaceAddress('#a');
  expect(taken).toEqual(['#a']);
});

it('throws nothing where it does not, and writes the newest address when it may', () => {
  for (const address of ['#a', '#b', '#c', '#d', '#e']) replaceAddress(address);
  expect(taken).toEqual(['#a', '#b']);
  vi.advanceTimersByTime(3000);
  expect(taken).toEqual(['#a', '#b']);
  most = 10;
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual(['#a', '#b', '#e']);
  vi.advanceTimersByTime(5000);
  expect(taken).toHaveLength(3);
});

it('leaves an entry alone that the reader has gone to meanwhile', () => {
  for (const address of ['#a', '#b', '#c']) replaceAddress(address);
  page.href = 'https://a.example/b/#elsewhere';
  most = 10;
  vi.advanceTimersByTime(5000);
  expect(taken).toEqual(['#a', '#b']);
});
