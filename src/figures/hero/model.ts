// How far the sheet is folded, and what that looks like.
import { computed, createModel, signal } from '@preact/signals';
import { type Place, scene } from './sheet.ts';

/** Both classes as text, "x,y x,y …", in hundredths: 48 points in 400 bytes of the page. */
export interface HeroData {
  readonly a: string;
  readonly b: string;
}

const read = (text: string): readonly Place[] =>
  text.split(' ').map((pair) => {
    const [x, y] = pair.split(',');
    return [Number(x) / 100, Number(y) / 100];
  });

export const HeroModel = createModel((data: HeroData) => {
  const [a, b] = [read(data.a), read(data.b)];
  /** 0: flat. 1: folded by ReLU, and seen along the fold. */
  const fold = signal(1);
  const playing = signal(false);
  const drawing = computed(() => scene(fold.value, a, b));
  const stage = computed(() => {
    if (!drawing.value.strip) return fold.value === 0 ? 'flat' : 'bent';
    if (drawing.value.slope > 0) return 'parted';
    return fold.value < 1 ? 'folded' : 'level';
  });

  return {
    fold,
    playing,
    drawing,
    stage,
    /** The flat sheet, to compare with. */
    flat: computed(() => scene(0, a, b)),
    setFold(value: number) {
      if (value >= 0 && value <= 1) fold.value = value;
    },
    setPlaying(value: boolean) {
      playing.value = value;
    },
  };
});

export type Hero = InstanceType<typeof HeroModel>;
