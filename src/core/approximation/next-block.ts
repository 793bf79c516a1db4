// The block that helps most, given what is still missing: a step, a bump or a hat with its height by least
// squares, so that the squared error never grows. One greedy move, as in matching pursuit (Mallat and Zhang
// 1993); no search for the best set of blocks.

/** x ascending in [−1, 1]; what is missing at each: target − fit. */
export interface Missing {
  readonly x: Float64Array;
  readonly residual: Float64Array;
}

/** Index of the largest |residual|. */
export function worstIndex({ residual }: Missing): number {
  let worst = 0;
  for (let i = 1; i < residual.length; i++)
    if (Math.abs(residual[i]) > Math.abs(residual[worst])) worst = i;
  return worst;
}

function sums(residual: Float64Array): Float64Array {
  const prefix = new Float64Array(residual.length + 1);
  for (let i = 0; i < residual.length; i++) prefix[i + 1] = prefix[i] + residual[i];
  return prefix;
}

/** Middle between two neighbouring samples; index 0 and x.length are the ends. */
function between(x: Float64Array, index: number): number {
  if (index === 0) return -1;
  return index === x.length ? 1 : (x[index - 1] + x[index]) / 2;
}

/** The step on [at, 1] that takes most of the squared error away. */
export function nextStep({ x, residual }: Missing): {
  readonly at: number;
  readonly height: number;
} {
  const prefix = sums(residual);
  const count = residual.length;
  let first = 1;
  let most = -1;
  for (let i = 1; i < count; i++) {
    const rest = prefix[count] - prefix[i];
    const gain = (rest * rest) / (count - i);
    if (gain > most) [first, most] = [i, gain];
  }
  return { at: between(x, first), height: (prefix[count] - prefix[first]) / (count - first) };
}

/** The bump on [left, right] that takes most of the squared error away. */
export function nextBump({ x, residual }: Missing): {
  readonly left: number;
  readonly right: number;
  readonly height: number;
} {
  const prefix = sums(residual);
  const count = residual.length;
  let from = 0;
  let to = count;
  let most = -1;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j <= count; j++) {
      const sum = prefix[j] - prefix[i];
      const gain = (sum * sum) / (j - i);
      if (gain > most) [from, to, most] = [i, j, gain];
    }
  }
  return {
    left: between(x, from),
    right: between(x, to),
    height: (prefix[to] - prefix[from]) / (to - from),
  };
}

/**
 * The hat with its peak where the error is largest and its feet where the error changes sign, `room` away at
 * least. At an end of the interval it is half a hat: the peak and the outer foot are both the end.
 */
export function nextHat(
  missing: Missing,
  room: number,
): {
  readonly left: number;
  readonly peak: number;
  readonly right: number;
  readonly height: number;
} {
  const { x, residual } = missing;
  const last = x.length - 1;
  const worst = worstIndex(missing);
  const sign = Math.sign(residual[worst]);
  let from = worst;
  while (from > 0 && residual[from] * sign > 0) from--;
  let to = worst;
  while (to < last && residual[to] * sign > 0) to++;
  const at = x[worst];
  const peak = at < room - 1 ? -1 : at > 1 - room ? 1 : at;
  const left = Math.max(-1, Math.min(from === 0 ? -1 : x[from], peak - room));
  const right = Math.min(1, Math.max(to === last ? 1 : x[to], peak + room));
  let product = 0;
  let square = 0;
  for (let i = 0; i <= last; i++) {
    const share = x[i] < peak ? (x[i] - left) / (peak - left) : (right - x[i]) / (right - peak);
    const shape = Math.max(0, share);
    product += shape * residual[i];
    square += shape * shape;
  }
  return { left, peak, right, height: square > 0 ? product / square : 0 };
}
