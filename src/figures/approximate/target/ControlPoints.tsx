// The layer over the chart for a curve through points. One tab stop for all points: arrow keys move the
// chosen one, Page Up and Page Down choose another. Every point can be dragged; a tap beside them adds one.
import { useRef } from 'preact/hooks';
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { keepPage, locate } from '../../../ui/Handle.tsx';
import { type Scale, short } from '../../../ui/scale.ts';
import { fill, plain } from '../../../ui/words.ts';
import type { ControlCurve } from './control-points.ts';
import type { Place } from './drawing.ts';
import { Ground } from './Ground.tsx';
import type { TargetModel } from './model.ts';
import { TOP_LEVEL, valueAt } from './pane.ts';

type PointerOn = PointerEvent & { currentTarget: SVGElement };

/** Levels per arrow key: a hundredth of the pane; Shift makes it ten times as large. */
const STEP = TOP_LEVEL / 100;
/** CSS pixels a finger may slip in a tap. */
const TAP_TRAVEL = 8;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** CSS pixels from which a point can be taken hold of. */
const REACH = { mouse: 14, touch: 26 };

interface Props {
  readonly hand: InstanceType<typeof TargetModel>['hand'];
  readonly labels: (typeof labelsFile)['control'];
  readonly scale: Scale;
  readonly curve: ControlCurve;
}

export function ControlPoints({ hand, labels, scale, curve }: Props) {
  const cursor = useRef<SVGGElement>(null);
  const grip = useRef<{ readonly index: number; readonly dx: number; readonly dy: number }>();
  const tapped = useRef<Place>();
  const { chosen, choose, move: moveTo, add, addBeside, remove, setBusy } = hand;
  const { domain, range } = curve.pane;
  const places = curve.points.map(({ x, y }): Place => [valueAt(x, domain), valueAt(y, range)]);
  const index = Math.min(chosen.value, places.length - 1);
  const [x, y] = places[index];

  const down = (event: PointerOn) => {
    if (event.button !== 0) return;
    const at = locate(event, scale);
    const nearest = nearestTo(at, places, scale);
    if (distance(at, places[nearest], scale) * pixels(event) > reachOf(event)) {
      tapped.current = [event.clientX, event.clientY];
      return;
    }
    grip.current = {
      index: nearest,
      dx: places[nearest][0] - at[0],
      dy: places[nearest][1] - at[1],
    };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    cursor.current?.focus({ preventScroll: true });
    choose(nearest);
    setBusy(true);
  };
  const move = (event: PointerOn) => {
    if (!grip.current) return;
    const [px, py] = locate(event, scale);
    moveTo(grip.current.index, px + grip.current.dx, py + grip.current.dy);
  };
  const release = (event: PointerOn) => {
    if (tapped.current) {
      const [fromX, fromY] = tapped.current;
      const travel = Math.max(Math.abs(event.clientX - fromX), Math.abs(event.clientY - fromY));
      if (travel <= TAP_TRAVEL) add(...locate(event, scale));
      cursor.current?.focus({ preventScroll: true });
    }
    letGo();
  };
  const letGo = () => {
    grip.current = tapped.current = undefined;
    setBusy(false);
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrows[event.key];
    const times = event.shiftKey ? 10 : 1;
    const { x: levelX, y: levelY } = curve.points[index];
    if (direction)
      moveTo(
        index,
        valueAt(levelX + times * direction[0], domain),
        valueAt(levelY + times * direction[1], range),
      );
    else if (event.key === 'PageDown') choose(index + 1);
    else if (event.key === 'PageUp') choose(index - 1);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(places.length - 1);
    else if (event.key === 'Insert' || event.key === 'Enter') addBeside(index);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else return;
    event.preventDefault();
  };

  return (
    <g
      class="target-points"
      onPointerDown={down}
      onTouchStart={(event) => {
        if (grip.current) keepPage(event);
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={letGo}
    >
      <Ground scale={scale} />
      {places.map(([px, py], i) => (
        <g
          key={i}
          class="handle"
          transform={`translate(${short(scale.x(px))} ${short(scale.y(py))})`}
        >
          <circle class="edit-target" r="16" />
          <circle class="handle-mark" r="5" />
        </g>
      ))}
      <g
        ref={cursor}
        class="handle target-cursor"
        transform={`translate(${short(scale.x(x))} ${short(scale.y(y))})`}
        role="slider"
        tabindex={0}
        aria-label={fill(labels.point, { number: index + 1, count: places.length })}
        aria-valuenow={y}
        aria-valuetext={fill(labels.value, { x: rounded(x), y: rounded(y) })}
        onKeyDown={key}
      >
        <circle class="handle-target" />
        <circle class="handle-ring" r="11" />
        <circle class="handle-mark" r="6" />
      </g>
    </g>
  );
}

/** Distance of two places in units of the drawing. */
function distance(a: Place, b: Place, scale: Scale): number {
  return Math.hypot(scale.x(a[0]) - scale.x(b[0]), scale.y(a[1]) - scale.y(b[1]));
}

function nearestTo(at: Place, places: readonly Place[], scale: Scale): number {
  const distances = places.map((place) => distance(at, place, scale));
  return distances.indexOf(Math.min(...distances));
}

/** CSS pixels per unit of the drawing. */
function pixels({ currentTarget }: PointerOn): number {
  return currentTarget.ownerSVGElement?.getScreenCTM()?.a ?? 1;
}

function reachOf({ pointerType }: PointerOn): number {
  return pointerType === 'touch' ? REACH.touch : REACH.mouse;
}

function rounded(value: number): string {
  return plain(Number(value.toPrecision(3)));
}
