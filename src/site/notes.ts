// Numbers the side notes of a page, one count per rendered page.
const counts = new WeakMap<Request, number>();

/** The number of the next note on the page that `request` renders. */
export function nextNote(request: Request): number {
  const number = (counts.get(request) ?? 0) + 1;
  counts.set(request, number);
  return number;
}
