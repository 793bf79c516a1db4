// The sheet over the chart for a freehand curve: strokes of mouse, finger or pen. Only here, and only
// while it is shown, does a finger not scroll the page.
import { useRef } from 'preact/hooks';
import { keepPage, locate } from '../../../ui/Handle.tsx';
import type { Scale } from '../../../ui/scale.ts';
import type { Place } from './drawing.ts';
import { Ground } from './Ground.tsx';
import type { TargetModel } from './model.ts';

type PointerOn = PointerEvent & { currentTarget: SVGElement };

/** Places of an event and of the moves the browser has gathered into it, in the reader's units. */
function placesOf(event: PointerOn, scale: Scale): readonly Place[] {
  const gathered = event.getCoalescedEvents?.() ?? [];
  const { currentTarget } = event;
  return (gathered.length > 0 ? gathered : [event]).map(({ clientX, clientY }) =>
    locate({ clientX, clientY, currentTarget }, scale),
  );
}

interface Props {
  readonly hand: InstanceType<typeof TargetModel>['hand'];
  readonly scale: Scale;
}

export function DrawingSheet({ hand, scale }: Props) {
  const pen = useRef<{ readonly id: number; readonly at: Place }>();
  const { draw, setBusy } = hand;
  const down = (event: PointerOn) => {
    if (event.button !== 0 || pen.current) return;
    const at = locate(event, scale);
    pen.current = { id: event.pointerId, at };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    setBusy(true);
    draw([at]);
  };
  const move = (event: PointerOn) => {
    if (pen.current?.id !== event.pointerId) return;
    const places = placesOf(event, scale);
    draw([pen.current.at, ...places]);
    pen.current = { id: event.pointerId, at: places[places.length - 1] };
  };
  const lift = (event: PointerOn) => {
    if (pen.current?.id !== event.pointerId) return;
    pen.current = undefined;
    setBusy(false);
  };
  return (
    <g
      class="target-sheet"
      onPointerDown={down}
      onTouchStart={keepPage}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
      onLostPointerCapture={lift}
    >
      <Ground scale={scale} />
    </g>
  );
}
