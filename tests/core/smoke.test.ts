import { expect, it } from 'vitest';

it('works', () => {
  expect(1).toBe(1);
});
