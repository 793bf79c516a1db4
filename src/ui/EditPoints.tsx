// The layer over a plane in which points are edited. One tab stop for all points: the chosen one has
// a ring, arrow keys move it, Page Up and Page Down choose another. Every point can be dragged; a tap
// on an empty place adds one. Draws no points itself.
import { useRef } from 'preact/hooks';
import { keepPage, locate } from './Handle.tsx';
import type { PointEditor } from './point-editor.ts';
import { type Scale, short } from './scale.ts';
import { fill, fixed, type SharedWords } from './words.ts';

interface Props {
  readonly scale: Scale;
  readonly editor: PointEditor;
  readonly words: SharedWords;
}

/** Data units per arrow key; Shift makes it ten times as large. */
const step = 0.05;
/** CSS pixels a finger may slip in a tap. */
const tapTravel = 8;
/** How far from the chosen point a new one appears when added by key. */
const aside = 0.2;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const onGround = ({ target }: Event) =>
  target instanceof Element && target.classList.contains('edit-ground');

export function EditPoints({ scale, editor, words }: Props) {
  const cursor = useRef<SVGGElement>(null);
  const grip = useRef<{ readonly index: number; readonly dx: number; readonly dy: number }>();
  const tapped = useRef<readonly [number, number]>();
  const points = editor.points.value;
  const chosen = editor.chosen.value;
  const point = points[chosen];
  const [x, y] = point ? [point.x1, point.x2] : [0, 0];

  const down = (event: PointerEvent & { currentTarget: SVGGElement }) => {
    if (event.button !== 0) return;
    if (onGround(event)) {
      tapped.current = [event.clientX, event.clientY];
      return;
    }
    const [px, py] = locate(event, scale);
    const distances = points.map(({ x1, x2 }) => (x1 - px) ** 2 + (x2 - py) ** 2);
    const index = distances.indexOf(Math.min(...distances));
    const nearest = points[index];
    event.preventDefault();
    cursor.current?.focus({ preventScroll: true });
    if (!nearest) return;
    grip.current = { index, dx: nearest.x1 - px, dy: nearest.x2 - py };
    event.currentTarget.setPointerCapture(event.pointerId);
    editor.choose(index);
  };
  const move = (event: PointerEvent & { currentTarget: SVGGElement }) => {
    if (!grip.current) return;
    const [px, py] = locate(event, scale);
    editor.dragTo(grip.current.index, px + grip.current.dx, py + grip.current.dy);
  };
  const release = (event: PointerEvent & { currentTarget: SVGGElement }) => {
    if (grip.current) editor.drop();
    else if (tapped.current && onGround(event)) {
      const [fromX, fromY] = tapped.current;
      const travel = Math.max(Math.abs(event.clientX - fromX), Math.abs(event.clientY - fromY));
      if (travel <= tapTravel) editor.add(...locate(event, scale));
      cursor.current?.focus({ preventScroll: true });
    }
    grip.current = tapped.current = undefined;
  };
  const giveUp = () => {
    grip.current = tapped.current = undefined;
    editor.giveUp();
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrows[event.key];
    const size = event.shiftKey ? step * 10 : step;
    if (direction) editor.move(chosen, x + direction[0] * size, y + direction[1] * size);
    else if (event.key === 'PageDown') editor.choose(chosen + 1);
    else if (event.key === 'PageUp') editor.choose(chosen - 1);
    else if (event.key === 'Home') editor.choose(0);
    else if (event.key === 'End') editor.choose(-1);
    else if (event.key === 'Enter') editor.add(x + aside, y + aside);
    else if (event.key === ' ') editor.relabel(chosen);
    else if (event.key === 'Delete' || event.key === 'Backspace') editor.remove(chosen);
    else if (event.key === 'Escape') giveUp();
    else return;
    event.preventDefault();
  };

  const { width, height, left, right, top, bottom } = scale.frame;
  return (
    <g
      class="edit-points"
      onPointerDown={down}
      onTouchStart={(event) => {
        if (!onGround(event)) keepPage(event);
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={giveUp}
    >
      <rect
        class="edit-ground"
        x={left}
        y={top}
        width={width - left - right}
        height={height - top - bottom}
      />
      {points.map(({ x1, x2 }, i) => (
        <circle
          key={i}
          class="edit-target"
          cx={short(scale.x(x1))}
          cy={short(scale.y(x2))}
          r="16"
        />
      ))}
      <g
        ref={cursor}
        class="handle edit-cursor"
        transform={`translate(${short(scale.x(x))} ${short(scale.y(y))})`}
        role="slider"
        tabindex={0}
        aria-label={words.data.handle}
        aria-valuenow={x}
        aria-valuetext={
          point
            ? fill(words.data.place, {
                number: chosen + 1,
                count: points.length,
                name: point.label === 'A' ? words.classA : words.classB,
                x: fixed(x, 2),
                y: fixed(y, 2),
              })
            : words.data.none
        }
        onKeyDown={key}
      >
        <circle class="handle-target" />
        <circle class="handle-ring" r="11" />
      </g>
    </g>
  );
}
