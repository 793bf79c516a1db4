import { describe, expect, it } from 'vitest';
import stored from '../fixtures/seeded-runs.json' with { type: 'json' };
import { hashOf, seededRunHashes } from './seeded-runs.ts';

describe('seeded runs', () => {
  it('end with the stored bits in every engine', () => {
    expect(seededRunHashes()).toEqual(stored);
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
