// Which language to offer, and a place on a page as a number that means the same in every language:
// 2.25 is a quarter of the way from the second heading or figure to the third.

/**
 * The language to offer on a page in `languages[0]` that also exists in the others, or undefined: the
 * first that the reader prefers of those, unless it is the page's or the reader has chosen before.
 */
export function offeredLanguage(
  preferred: readonly string[],
  languages: readonly string[],
  chosen: string | null,
): string | undefined {
  if (chosen !== null) return undefined;
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const tag of preferred) {
    const found = languages.find((language) => primary(language) === primary(tag));
    if (found !== undefined) return found === languages[0] ? undefined : found;
  }
  return undefined;
}

/** The place of height `y` on a page whose parts begin at `tops` (ascending) and which ends at `end`. */
export function placeOf(y: number, tops: readonly number[], end: number): number {
  const starts = [0, ...tops, end];
  const part = Math.max(
    0,
    starts.slice(0, -1).findLastIndex((start) => start <= y),
  );
  const length = (starts[part + 1] as number) - (starts[part] as number);
  return part + (length > 0 ? Math.min((y - (starts[part] as number)) / length, 0.999) : 0);
}

/** The height of a place: the inverse of `placeOf`, for another page with as many parts. */
export function placeAt(place: number, tops: readonly number[], end: number): number {
  const starts = [0, ...tops, end];
  const part = Math.min(Math.floor(place), starts.length - 2);
  const [from, to] = [starts[part] as number, starts[part + 1] as number];
  return from + (to - from) * Math.min(place - part, 1);
}
