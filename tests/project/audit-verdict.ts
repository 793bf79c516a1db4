// What an answer of `npm audit --json` means, in words.

interface Weakness {
  readonly name: string;
  readonly severity: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}

export function verdictOf(json: string): { readonly text: string; readonly failed: boolean } {
  const answer = parse(json);
  if (!answer || !('vulnerabilities' in answer)) {
    const reason = typeof answer?.['message'] === 'string' ? answer['message'] : 'no answer';
    return { text: `The registry could not be asked: ${reason}`, failed: false };
  }
  const weak = Object.values(answer['vulnerabilities'] as Readonly<Record<string, Weakness>>);
  if (weak.length === 0) return { text: 'No known weakness in any package.', failed: false };
  const lines = weak.map(({ name, severity, via }) => {
    const why = via.map((cause) =>
      typeof cause === 'string' ? cause : `${cause.title} ${cause.url}`,
    );
    return `${severity}: ${name} (${why.join('; ')})`;
  });
  return { text: lines.join('\n'), failed: true };
}

function parse(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
