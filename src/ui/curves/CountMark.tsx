// The count (a width, a number of steps) looked at in a chart with logarithmic scales: a line with a handle,
// moved by pointer or by keys, one or a given share at a time.
import { Handle } from '../Handle.tsx';
import { type Scale, short } from '../scale.ts';
import { powerOf } from './LogPlane.tsx';

interface Props {
  readonly scale: Scale;
  readonly count: number;
  readonly least: number;
  readonly most: number;
  /** Where on the line the handle is. */
  readonly value: number;
  /** Share by which an arrow key changes the count, if that is more than one. */
  readonly share?: number;
  readonly label: string;
  readonly valueText: string;
  readonly onMove: (count: number) => void;
}

export function CountMark(props: Props) {
  const { scale, count, least, most, value, share = 0, label, valueText, onMove } = props;
  const { height, top, bottom } = scale.frame;
  const at = Math.log10(count);
  const y = Math.min(scale.yDomain[1], powerOf(value, scale));
  return (
    <>
      <path class="pick-line" d={`M${short(scale.x(at))} ${top}V${height - bottom}`} />
      <Handle
        scale={scale}
        at={[at, y]}
        label={label}
        valueText={valueText}
        step={Math.log10(Math.max(1 + share, (count + 1) / count))}
        onMove={([to]) => onMove(10 ** to)}
        onKey={(event) => {
          if (event.key === 'Home') onMove(least);
          else if (event.key === 'End') onMove(most);
          else return;
          event.preventDefault();
        }}
      />
    </>
  );
}
