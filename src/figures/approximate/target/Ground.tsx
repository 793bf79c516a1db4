// The part of the chart that can be drawn on.
import type { Scale } from '../../../ui/scale.ts';

export function Ground({ scale }: { readonly scale: Scale }) {
  const { width, height, left, right, top, bottom } = scale.frame;
  return (
    <rect
      class="target-ground"
      x={left}
      y={top}
      width={width - left - right}
      height={height - top - bottom}
    />
  );
}
