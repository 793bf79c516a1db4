// Lines w₁x₁ + w₂x₂ + b = 0 as things to draw and drag.

/** [w₁, w₂, b], the normal not zero. */
export type Line = readonly [w1: number, w2: number, b: number];

export type Place = readonly [x: number, y: number];

/** w₁x₁ + w₂x₂ + b: positive on the side the normal points to. */
export function side([w1, w2, b]: Line, x1: number, x2: number): number {
  return w1 * x1 + w2 * x2 + b;
}

/** The point of the line nearest the origin. */
export function foot([w1, w2, b]: Line): Place {
  const squared = w1 * w1 + w2 * w2;
  return [(-b * w1) / squared, (-b * w2) / squared];
}

/** The part of the square [−reach, reach]² where the line is positive (sign 1) or negative (−1). */
export function halfPlane(line: Line, reach: number, sign: 1 | -1): readonly Place[] {
  return clipped(squareOf(reach), line, sign);
}

/** The corners of [−reach, reach]². */
export function squareOf(reach: number): readonly Place[] {
  return [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ];
}

/** The part of a convex polygon where the line is positive (sign 1) or negative (−1). */
export function clipped(polygon: readonly Place[], line: Line, sign: 1 | -1): readonly Place[] {
  const kept: Place[] = [];
  polygon.forEach((corner, i) => {
    const next = polygon[(i + 1) % polygon.length] as Place;
    const here = sign * side(line, ...corner);
    const there = sign * side(line, ...next);
    if (here >= 0) kept.push(corner);
    // their product may be too small a number to have a sign
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const t = here / (here - there);
      kept.push([corner[0] + t * (next[0] - corner[0]), corner[1] + t * (next[1] - corner[1])]);
    }
  });
  return kept;
}

/** Area of a polygon, by the shoelace formula (Gauss); 0 for fewer than three corners. */
export function areaOf(polygon: readonly Place[]): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length] as Place;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Two points far outside the square [−reach, reach]² between which the line runs. */
export function ends(line: Line, reach: number): readonly [Place, Place] {
  const [w1, w2] = line;
  const [x, y] = foot(line);
  const length = Math.sqrt(w1 * w1 + w2 * w2);
  const [dx, dy] = [(-w2 / length) * reach * 4, (w1 / length) * reach * 4];
  return [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
}

/** The parallel line through `place`, kept within `reach` of the origin. */
export function through([w1, w2]: Line, place: Place, reach: number): Line {
  const length = Math.sqrt(w1 * w1 + w2 * w2);
  const b = -(w1 * place[0] + w2 * place[1]);
  return [w1, w2, Math.max(-reach * length, Math.min(reach * length, b))];
}

/** The line through the same foot with the normal `w`; a normal too short to point anywhere is refused. */
export function turned(line: Line, w: Place): Line {
  if (isDirectionless(w)) return line;
  const [x, y] = foot(line);
  return [w[0], w[1], -(w[0] * x + w[1] * y)];
}

/** A normal too short to point anywhere: such weights draw no line. */
export function isDirectionless([w1, w2]: readonly [number, number, ...unknown[]]): boolean {
  return !(w1 * w1 + w2 * w2 >= 1e-4);
}

/** `line` with one number replaced; unchanged where that would leave it without a direction. */
export function withPart(line: Line, index: 0 | 1 | 2, value: number): Line {
  const next: [number, number, number] = [...line];
  next[index] = value;
  return isDirectionless(next) ? line : next;
}

/** `line` with numbers short enough to read and to share. */
export function rounded([w1, w2, b]: Line): Line {
  const short = (value: number) => Math.round(value * 1000) / 1000 || 0;
  return [short(w1), short(w2), short(b)];
}
