// The drawings of a page, written shorter: relative path data names the same points with fewer
// digits, and packs better because neighbours repeat. Only the pages the build writes are changed;
// a figure that is awake writes its own paths.

const path = /(?<= d=")M[^"]*(?=")/g;
const straight = /^M[MLHVZlhvz\d\s.,-]*$/;
const part = /([MLHVZlhvz])|(-?\d+(?:\.\d+)?)/g;
const takes = { M: 2, L: 2, H: 1, V: 1, Z: 0 };

/** The path data of `html` made relative; what is not made of straight lines stays as it is. */
export const shorterPaths = (html) => html.replace(path, (d) => shorterPath(d));

/** @param {string} d path data, absolute or relative. Counted in whole numbers, so nothing is rounded. */
export function shorterPath(d) {
  if (!straight.test(d)) return d;
  const decimals = Math.max(0, ...[...d.matchAll(/\.(\d+)/g)].map(([, digits]) => digits.length));
  if (decimals > 6) return d;
  const unit = 10 ** decimals;
  const shorter = relative(commands(d, unit), unit);
  return shorter;
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

/** The same commands, each seen from where the one before ended. A pair after a move is a line. */
function relative(list, unit) {
  let here = [0, 0];
  let start = [0, 0];
  let written = '';
  let last = '';
  for (const [letter, numbers] of list) {
    const name = letter.toUpperCase();
    const [x, y] = letter === name ? [0, 0] : here;
    const next =
      name === 'Z'
        ? start
        : [name === 'V' ? here[0] : x + numbers[0], name === 'H' ? here[1] : y + numbers.at(-1)];
    const [dx, dy] = [next[0] - here[0], next[1] - here[1]];
    const step = { Z: [], H: [dx], V: [dy] }[name] ?? [dx, dy];
    const body = joined(step.map((value) => short(value / unit)));
    // a path begins where it begins
    const command = written === '' ? 'M' : name.toLowerCase();
    // after the first move a pair without a letter would be absolute
    const goesOn = command === 'l' && /[lm]/.test(last);
    written += goesOn ? body.replace(/^(?!-)/, ' ') : command + body;
    here = next;
    if (name === 'M') start = next;
    last = command;
  }
  return written;
}

/** Up to six decimals, without a needless nought in front. */
const short = (value) => String(Number(value.toFixed(6))).replace(/^(-?)0\./, '$1.');

/** Numbers side by side: a minus sign parts as well as a space. */
const joined = (texts) =>
  texts.reduce((line, text) => (text.startsWith('-') ? line + text : `${line} ${text}`), '').trim();
