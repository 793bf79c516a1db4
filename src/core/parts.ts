// Long work in parts: a generator that yields where a thread may leave it to answer, and go on later. Where it
// is left changes nothing in what it comes to.

export type Parts<T> = Generator<unknown, T, undefined>;

/** All parts at once. */
export function whole<T>(parts: Parts<T>): T {
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}
