// How far the sheet is folded, and what that looks like. No signals: the first screen carries no
// framework (see live.ts).
import { type Place, type Scene, scene } from './sheet.ts';

/** Both classes as text, "x,y x,y …", in hundredths: 48 points in 400 bytes of the page. */
export interface HeroData {
  readonly a: string;
  readonly b: string;
}

export type Stage = 'flat' | 'bent' | 'parted' | 'folded' | 'level';

export interface Hero {
  /** 0: flat. 1: folded by ReLU, and seen along the fold. */
  readonly fold: number;
  readonly drawing: Scene;
  readonly stage: Stage;
}

const read = (text: string): readonly Place[] =>
  text.split(' ').map((pair) => {
    const [x, y] = pair.split(',');
    return [Number(x) / 100, Number(y) / 100];
  });

/** Draws `data` folded so far; a fold that is not between 0 and 1 is refused with undefined. */
export function heroOf(data: HeroData): (fold: number) => Hero | undefined {
  const [a, b] = [read(data.a), read(data.b)];
  return (fold) => {
    if (!(fold >= 0 && fold <= 1)) return undefined;
    const drawing = scene(fold, a, b);
    return { fold, drawing, stage: stageOf(fold, drawing) };
  };
}

function stageOf(fold: number, { strip, slope }: Scene): Stage {
  if (!strip) return fold === 0 ? 'flat' : 'bent';
  if (slope > 0) return 'parted';
  return fold < 1 ? 'folded' : 'level';
}
