import { describe, expect, it } from 'vitest';
import { verdictOf } from './audit-verdict.ts';

describe('the audit of packages', () => {
  it('fails when a package has a known weakness, and names it', () => {
    const via = [{ title: 'Prototype pollution', url: 'https://example.org/1' }];
    const vulnerabilities = { bad: { name: 'bad', severity: 'high', via } };
    const { text, failed } = verdictOf(JSON.stringify({ vulnerabilities }));
    expect(failed).toBe(true);
    expect(text).toBe('high: bad (Prototype pollution https://example.org/1)');
  });

  it('passes when there is none', () => {
    expect(verdictOf('{"vulnerabilities":{}}').failed).toBe(false);
  });

  it.each([
    ['', 'no answer'],
    ['{"message":"405 Method Not Allowed","error":{}}', '405 Method Not Allowed'],
  ])('says that it could not ask, and why, on "%s"', (json, reason) => {
    expect(verdictOf(json)).toEqual({
      text: `The registry could not be asked: ${reason}`,
      failed: false,
    });
  });
});
