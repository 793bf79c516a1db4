// Numbers the side notes of a page: those the reader sees counted, and the references, which are
// known by author and year.
type Kind = 'note' | 'reference';

const counts = new WeakMap<Request, Record<Kind, number>>();

/** The number of the next note on the page that `request` renders; "r1", "r2" … for references. */
export function nextNote(request: Request, kind: Kind = 'note'): string {
  const count = counts.get(request) ?? { note: 0, reference: 0 };
  counts.set(request, count);
  count[kind] += 1;
  return kind === 'note' ? String(count[kind]) : `r${count[kind]}`;
}
