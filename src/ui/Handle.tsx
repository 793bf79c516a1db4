// A point the reader can drag: pointer, finger, or keys (arrows; Home and End for the window's edges).
// The target is 44 px wide, whatever the mark looks like and however large the drawing is; only the
// handle itself keeps the page from scrolling.
import { useRef } from 'preact/hooks';
import { type Scale, short } from './scale.ts';

export interface HandleProps {
  readonly scale: Scale;
  readonly at: readonly [number, number];
  /** Where it is drawn, when `at` is out of sight. */
  readonly shownAt?: readonly [number, number];
  readonly label: string;
  /** The value in words, such as "x₁ 1.20, x₂ −0.40". */
  readonly valueText: string;
  readonly onMove: (to: readonly [number, number]) => void;
  /** Data units per arrow key; Shift makes it ten times as large. */
  readonly step?: number;
  readonly kind?: string;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly onFocus?: () => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function Handle(props: HandleProps) {
  const {
    scale,
    at,
    shownAt = at,
    label,
    valueText,
    onMove,
    step = 0.05,
    kind = 'round',
    onKey,
    onFocus,
  } = props;
  const grip = useRef<{ readonly dx: number; readonly dy: number } | undefined>(undefined);

  const down = (event: PointerEvent & { currentTarget: SVGGElement }) => {
    if (event.button !== 0) return;
    const [x, y] = locate(event, scale);
    grip.current = { dx: at[0] - x, dy: at[1] - y };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
  };
  const move = (event: PointerEvent & { currentTarget: SVGGElement }) => {
    if (!grip.current) return;
    const [x, y] = locate(event, scale);
    onMove([x + grip.current.dx, y + grip.current.dy]);
  };
  const release = () => {
    grip.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const size = event.shiftKey ? step * 10 : step;
      onMove([at[0] + direction[0] * size, at[1] + direction[1] * size]);
      event.preventDefault();
    } else if (onKey) onKey(event);
    else if (event.key === 'Home' || event.key === 'End') {
      onMove([scale.xDomain[event.key === 'Home' ? 0 : 1], at[1]]);
      event.preventDefault();
    }
  };

  return (
    <g
      class={`handle ${kind}`}
      transform={`translate(${short(scale.x(shownAt[0]))} ${short(scale.y(shownAt[1]))})`}
      role="slider"
      tabindex={0}
      aria-label={label}
      aria-valuemin={scale.xDomain[0]}
      aria-valuemax={scale.xDomain[1]}
      aria-valuenow={Math.round(at[0] * 100) / 100}
      aria-valuetext={valueText}
      onPointerDown={down}
      onTouchStart={keepPage}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onKeyDown={key}
      {...(onFocus && { onFocus })}
    >
      <circle class="handle-target" />
      <circle class="handle-ring" r="13" />
      <circle class="handle-mark" r="7" />
    </g>
  );
}

/**
 * Keeps a finger on a handle from scrolling the page. Chromium heeds `touch-action` on the outer SVG
 * only, which has to leave scrolling alone.
 */
export function keepPage(event: TouchEvent): void {
  event.preventDefault();
}

/** Where a pointer event falls, in data coordinates of the SVG it happened in. */
export function locate(
  event: Pick<PointerEvent, 'clientX' | 'clientY'> & { readonly currentTarget: SVGElement },
  scale: Scale,
): readonly [number, number] {
  const svg = event.currentTarget.ownerSVGElement ?? (event.currentTarget as SVGSVGElement);
  const matrix = svg.getScreenCTM();
  if (!matrix) return scale.invert(0, 0);
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return scale.invert(point.x, point.y);
}
