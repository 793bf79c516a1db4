// Arcs from where neurons were taken up to where they were planted. They fade, and the next are drawn when they
// have: a run at full speed moves a neuron in nearly every frame, and arcs of one frame are seen by nobody
// but cost a new sheet each time.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { reducedMotion } from '../../ui/animate.ts';
import { short } from '../../ui/scale.ts';
import { Sheet } from './Chart.tsx';
import { HEIGHT, REACH, WIDTH } from './geometry.ts';
import type { Lab } from './lab-model.ts';

/** Height of the sheet the arcs are on, and of the point each is drawn towards. */
const SHEET = 100;
const PULL = 160;

export function Jumps({ model }: { readonly model: Lab }) {
  const { recycled } = model.shown.value;
  const drawn = useRef(recycled);
  const fading = useRef(false);
  const faded = useSignal(0);
  // drawn again once what is on show has faded
  faded.value;
  if (!model.method.value.recycle || recycled.count === 0) {
    drawn.current = recycled;
    fading.current = false;
    return null;
  }
  if (recycled.count !== drawn.current.count) {
    const still = reducedMotion();
    if (still || !fading.current) {
      drawn.current = recycled;
      fading.current = !still;
    }
  }
  const next = () => {
    fading.current = false;
    faded.value += 1;
  };
  // cancelled by other wishes for motion, say; of that the types know nothing
  const ends = { onAnimationEnd: next, onAnimationCancel: next };
  const { count, moves } = drawn.current;
  const d = moves
    .filter(({ from, to }) => Math.abs(from) < 2 && Math.abs(to) < 2)
    .map(({ from, to }) => {
      const [a, b] = [from, to].map((x) => ((x / REACH + 1) / 2) * WIDTH);
      return `M${short(a)} ${HEIGHT}Q${short((a + b) / 2)} ${HEIGHT - PULL} ${short(b)} ${HEIGHT}`;
    });
  return (
    <Sheet
      key={count}
      class="chart-sheet jumps"
      viewBox={`0 ${HEIGHT - SHEET} ${WIDTH} ${SHEET}`}
      aria-hidden="true"
      {...ends}
    >
      <path class="jump" d={d.join('')} />
    </Sheet>
  );
}
