// The drawings of a page, written shorter: corners that hardly bend a line are left out, and relative
// path data names the others with fewer digits, and packs better because neighbours repeat. Only the pages
// the build writes are changed; a figure that is awake writes its own paths.

const path = /(?<= d=")M[^"]*(?=")/g;
const straight = /^M[MLHVZlhvz\d\s.,-]*$/;
const part = /([MLHVZlhvz])|(-?\d+(?:\.\d+)?)/g;
const takes = { M: 2, L: 2, H: 1, V: 1, Z: 0 };

/** The path data of `html` made shorter; what is not made of straight lines stays as it is. */
export const shorterPaths = (html) => html.replace(path, (d) => shorterPath(d));

/**
 * @param {string} d path data, absolute or relative. Counted in whole numbers, so nothing is rounded. No corner that
 * is left out lies further from the line than its last decimal, which is a tenth of a pixel in our figures.
 */
export function shorterPath(d) {
  if (!straight.test(d)) return d;
  const decimals = Math.max(0, ...[...d.matchAll(/\.(\d+)/g)].map(([, digits]) => digits.length));
  if (decimals > 6) return d;
  const unit = 10 ** decimals;
  const list = absolute(commands(d, unit));
  return relative(decimals > 0 ? fewerCorners(list) : list, unit);
}

/** Letters with their numbers, one pair or number each, in units of the last decimal. */
function commands(d, unit) {
  const list = [];
  let letter = '';
  let numbers = [];
  for (const [, name, number] of d.matchAll(part)) {
    if (name) letter = name;
    else numbers.push(Math.round(Number(number) * unit));
    if (numbers.length < takes[letter.toUpperCase()]) continue;
    list.push([letter, numbers]);
    numbers = [];
    // further pairs after a move are lines
    if (letter === 'M') letter = 'L';
  }
  return list;
}

/** The same commands, each with the point where it ends. */
function absolute(list) {
  let here = [0, 0];
  let start = [0, 0];
  return list.map(([letter, numbers]) => {
    const name = letter.toUpperCase();
    const [x, y] = letter === name ? [0, 0] : here;
    here =
      name === 'Z'
        ? start
        : [name === 'V' ? here[0] : x + numbers[0], name === 'H' ? here[1] : y + numbers.at(-1)];
    if (name === 'M') start = here;
    return [name, here];
  });
}

/** Lines of fewer corners are left as they are: there is nothing to gain. */
const fewCorners = 8;

/** The same without corners that lie within one unit of the line that is left. */
function fewerCorners(list) {
  const left = [];
  for (let i = 0; i < list.length; ) {
    let end = i + 1;
    while (end < list.length && /[LHV]/.test(list[end][0])) end++;
    left.push(list[i]);
    const line = list.slice(i, end);
    left.push(
      ...(line.length > fewCorners
        ? within(line.map(([, corner]) => corner)).map((corner) => ['L', corner])
        : line.slice(1)),
    );
    i = end;
  }
  return left;
}

/** The corners that are needed after the first (D. H. Douglas and T. K. Peucker, 1973). */
function within(line) {
  const first = line[0];
  const last = line.at(-1);
  let [furthest, at] = [1, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const distance = distanceTo(line[i], first, last);
    if (distance > furthest) [furthest, at] = [distance, i];
  }
  return at === 0 ? [last] : [...within(line.slice(0, at + 1)), ...within(line.slice(at))];
}

/** From a point to the nearest of the line from a to b. */
function distanceTo([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

/** The same commands, each seen from where the one before ended. A pair after a move is a line. */
function relative(list, unit) {
  let here = [0, 0];
  let written = '';
  let last = '';
  for (const [name, next] of list) {
    const [dx, dy] = [next[0] - here[0], next[1] - here[1]];
    const step = { Z: [], H: [dx], V: [dy] }[name] ?? [dx, dy];
    const body = joined(step.map((value) => short(value / unit)));
    // a path begins where it begins
    const command = written === '' ? 'M' : name.toLowerCase();
    // after the first move a pair without a letter would be absolute
    const goesOn = command === 'l' && /[lm]/.test(last);
    written += goesOn ? body.replace(/^(?!-)/, ' ') : command + body;
    here = next;
    last = command;
  }
  return written;
}

/** Up to six decimals, without a needless nought in front. */
const short = (value) => String(Number(value.toFixed(6))).replace(/^(-?)0\./, '$1.');

/** Numbers side by side: a minus sign parts as well as a space. */
const joined = (texts) =>
  texts.reduce((line, text) => (text.startsWith('-') ? line + text : `${line} ${text}`), '').trim();
