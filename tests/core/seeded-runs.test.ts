import { describe, expect, it } from 'vitest';
import stored from '../fixtures/seeded-runs.json' with { type: 'json' };
import { hashOf, seededRunHashes } from './seeded-runs.ts';

describe('seeded runs', () => {
  const hashes = seededRunHashes();

  it('are all stored: a new one is to be added to tests/fixtures/seeded-runs.json', () => {
    const missing = Object.entries(hashes).filter(([name]) => !Object.hasOwn(stored, name));
    const lines = missing.map(([name, hash]) => `"${name}": "${hash}"`);
    expect(lines, 'add these lines to tests/fixtures/seeded-runs.json').toEqual([]);
  });

  it('end with the stored bits in every engine', () => {
    const known = Object.entries(hashes).filter(([name]) => Object.hasOwn(stored, name));
    expect(Object.fromEntries(known)).toEqual(stored);
  });
});

describe('hashOf', () => {
  it('is FNV-1a of the big-endian bytes', () => {
    // By the published offset basis and prime: eight zero bytes multiply by the prime eight times.
    const prime = 0x01000193n;
    const wanted = (0x811c9dc5n * prime ** 8n) % 2n ** 32n;
    expect(hashOf([0])).toBe(wanted.toString(16).padStart(8, '0'));
    expect(hashOf([0])).not.toBe(hashOf([-0]));
  });
});
