// The figures of Lighthouse as they are kept, and as a table to read.

export const forms = ['phone', 'desktop'] as const;

export interface Measured {
  readonly path: string;
  readonly form: (typeof forms)[number];
  /** Of 100, by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** Milliseconds to the largest paint, and milliseconds for which the page could not answer. */
  readonly largestPaint: number;
  readonly blocked: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Audits that failed. */
  readonly failed: readonly string[];
}

export interface Report {
  readonly lighthouse: string;
  readonly browser: string;
  readonly processors: string;
  readonly results: readonly Measured[];
}

export function markdownOf({ lighthouse, browser, processors, results }: Report): string {
  const row = ({ path, form, scores, largestPaint, blocked, shift, failed }: Measured) => {
    const { performance, accessibility, 'best-practices': practices, seo } = scores;
    return `| /${path} | ${form} | ${performance} | ${accessibility} | ${practices} | ${seo} | ${largestPaint} ms | ${blocked} ms | ${shift} | ${failed.join(', ')} |`;
  };
  return [
    '# Lighthouse',
    '',
    `Lighthouse ${lighthouse}, ${browser}, ${processors}; the built site, zipped, over HTTP/2, under its base path. Made by \`npm run bench:lighthouse\`.`,
    '',
    '| page | form | performance | accessibility | best practices | SEO | largest paint | blocked | shift | failed |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(row),
    '',
  ].join('\n');
}
