// Targets that only the tests use: the fixture's ten by its definitions, and random ones of the kinds
// readers will draw. Test code, so Math.sin and the like are allowed: a few last bits do not matter here.

export const FIXTURE_TARGETS: Record<string, (x: number) => number> = {
  sin3pi: (x) => Math.sin(3 * Math.PI * x),
  abs: Math.abs,
  step: (x) => (x < 0 ? -1 : 1),
  saw: (x) => 2 * (2 * x - Math.floor(2 * x)) - 1,
  runge: (x) => 1 / (1 + 25 * x * x),
  weier: (x) => [0, 1, 2, 3, 4].reduce((s, k) => s + 2 ** -k * Math.cos(3 ** k * Math.PI * x), 0),
  chirp: (x) => Math.sin(2 * Math.PI * ((x + 1) / 2 + 1.5 * (x + 1) * (x + 1))),
  sqrtabs: (x) => Math.sqrt(Math.abs(x)),
  gauss: (x) => Math.exp(-((x - 0.3) ** 2) / 0.005) + x / 2,
};

/** Small seeded generator (mulberry32 by Tommy Ettinger), for tests only. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const RANDOM_KINDS = ['drawing', 'piecewise', 'sines', 'noise', 'walk'] as const;
export type RandomKind = (typeof RANDOM_KINDS)[number];

/** A random target on [−1, 1]: a drawing with jumps, pieces of parabolas, sums of sines, noise, a walk. */
export function randomTarget(kind: RandomKind, seed: number, cells = 512): (x: number) => number {
  const random = seeded(seed * 7919 + kind.length);
  const between = (low: number, high: number) => low + (high - low) * random();
  const table = (next: () => number) => {
    const values = Array.from({ length: cells }, next);
    return (x: number) => values[Math.min(cells - 1, Math.floor(((x + 1) / 2) * cells))];
  };
  switch (kind) {
    case 'drawing': {
      const points = Array.from({ length: 8 + Math.floor(between(0, 25)) }, () => between(-1, 1));
      const jumps = Array.from({ length: Math.floor(between(0, 6)) }, () => ({
        place: between(-1, 1),
        height: between(-1, 1),
      }));
      return (x) => {
        const u = ((x + 1) / 2) * (points.length - 1);
        const i = Math.min(points.length - 2, Math.floor(u));
        const blend = (1 - Math.cos(Math.PI * (u - i))) / 2;
        const smooth = points[i] * (1 - blend) + points[i + 1] * blend;
        return jumps.reduce((sum, jump) => (x > jump.place ? sum + jump.height : sum), smooth);
      };
    }
    case 'piecewise': {
      const ends = Array.from({ length: 3 + Math.floor(between(0, 20)) }, () => between(-1, 1));
      ends.sort((a, b) => a - b);
      const pieces = Array.from({ length: ends.length + 1 }, () => [
        between(-1, 1),
        between(-2, 2),
        between(-3, 3),
      ]);
      return (x) => {
        const [a, b, c] = pieces[ends.filter((end) => x > end).length];
        return a + b * x + c * x * x;
      };
    }
    case 'sines': {
      const waves = Array.from({ length: 2 + Math.floor(between(0, 6)) }, () => [
        between(-1, 1),
        between(1, 21),
        between(0, 6.28),
      ]);
      return (x) => waves.reduce((sum, [a, w, p]) => sum + a * Math.sin(w * x + p), 0);
    }
    case 'noise':
      return table(() => random() + random() + random() - 1.5);
    case 'walk': {
      let place = 0;
      return table(() => {
        place += random() - 0.5;
        return place;
      });
    }
    default:
      return kind satisfies never;
  }
}
