// The preset targets as figures use them: samples, and a window to draw them in.
import { type Samples, sampleFunction, toDomain } from '../../core/approximation/samples.ts';
import { type TargetName, targets } from '../../core/approximation/targets.ts';
import { createScale, type Scale, type ScaleOptions } from '../scale.ts';

/** Every target but those that one unit, or none, can draw. */
export const presetNames: readonly TargetName[] = (
  Object.keys(targets) as readonly TargetName[]
).filter((name) => name !== 'constant' && name !== 'line');

export interface Preset {
  readonly name: TargetName;
  readonly samples: Samples;
  /** Pieces of the curve in the reader's units, parted at jumps. */
  readonly pieces: readonly (readonly (readonly [number, number])[])[];
  /** Least and greatest value. */
  readonly range: readonly [number, number];
}

const LOOKS = 200;

export function presetOf(name: TargetName): Preset {
  const { value, domain, jumps } = targets[name];
  const samples = sampleFunction(value, { domain });
  const [left, right] = domain;
  const ends = [left, ...jumps, right];
  const pieces = ends.slice(1).map((end, piece) => {
    const start = ends[piece];
    const count = Math.max(2, Math.round((LOOKS * (end - start)) / (right - left)));
    return Array.from({ length: count + 1 }, (_, i) => {
      // a jump's own place belongs to one side only
      const share = Math.min(1 - 1e-9, Math.max(1e-9, i / count));
      const x = start + (end - start) * share;
      return [x, value(x)] as const;
    });
  });
  const values = samples.y;
  return { name, samples, pieces, range: [Math.min(...values), Math.max(...values)] };
}

/** The interval and the target's range with room above and below. */
export function presetScale({ samples, range }: Preset, sizes: ScaleOptions = {}): Scale {
  const room = (range[1] - range[0]) * 0.14;
  return createScale({ ...sizes, x: samples.domain, y: [range[0] - room, range[1] + room] });
}

/** The reader's abscissa of a sample's. */
export const rawX = ({ samples }: Preset, unit: number) => toDomain(unit, samples.domain);
