// A line the reader can drag. <LineMark> draws it (put it under the points, inside the window's
// clip); <LineHandles> are its two handles (put them over everything): the foot moves the line, the
// tip of its normal turns it, by pointer or by arrow keys.
import { Handle } from './Handle.tsx';
import { ends, foot, type Line, type Place, rounded, through, turned } from './line.ts';
import { path, type Scale, short } from './scale.ts';
import { fill, fixed } from './words.ts';

export interface DragLineWords {
  /** "Move the line". */
  readonly move: string;
  /** "Turn the line". */
  readonly turn: string;
  /** "{w1} x₁ {w2} x₂ {b} = 0", said for both handles. */
  readonly value: string;
}

interface LineProps {
  readonly scale: Scale;
  readonly line: Line;
  /** Class names: "unit-1", "unit-2" for the colours of the two hidden units. */
  readonly kind?: string;
}

interface HandlesProps extends LineProps {
  readonly words: DragLineWords;
  readonly onChange: (line: Line) => void;
  /** Name written at the tip of the normal, such as "n₁". */
  readonly name?: string;
}

/** How far from the origin a line may be moved: it stays in sight. */
const reach = 2.1;
/** Data units of the drawn normal per unit of weight. */
const normalScale = 0.45;

function tipOf(line: Line): Place {
  const at = foot(line);
  return [at[0] + line[0] * normalScale, at[1] + line[1] * normalScale];
}

/** Foot and tip as drawn: kept in the window, so that no line can get lost. */
function shown(line: Line): readonly [Place, Place] {
  const [x, y] = foot(line);
  const inside = Math.min(1, reach / Math.max(Math.abs(x), Math.abs(y)));
  const at: Place = [x * inside, y * inside];
  const room = [0, 1].map((i) => (reach - Math.sign(line[i]) * at[i]) / Math.abs(line[i]));
  // a foot at the very edge keeps a short arrow that can still be caught
  const least = 0.3 / Math.max(Math.abs(line[0]), Math.abs(line[1]));
  const length = Math.max(Math.min(...room, normalScale), Math.min(least, normalScale));
  return [at, [at[0] + line[0] * length, at[1] + line[1] * length]];
}

export function LineMark({ scale, line, kind = '' }: LineProps) {
  return (
    <g class={`drag-line ${kind}`}>
      <path class="drag-line-path" d={path(scale, ends(line, reach))} />
      <path class="normal" d={path(scale, shown(line))} />
    </g>
  );
}

export function LineHandles({ scale, line, words, onChange, kind = '', name }: HandlesProps) {
  const at = foot(line);
  const [shownAt, shownTip] = shown(line);
  const valueText = fill(words.value, {
    w1: fixed(line[0], 2),
    w2: fixed(line[1], 2),
    b: fixed(line[2], 2),
  });
  const turn = ([x, y]: Place) =>
    onChange(rounded(turned(line, [(x - at[0]) / normalScale, (y - at[1]) / normalScale])));
  return (
    <g class={`drag-line ${kind}`}>
      <Handle
        scale={scale}
        at={at}
        shownAt={shownAt}
        label={words.move}
        valueText={valueText}
        kind={`foot ${kind}`}
        onMove={(place) => onChange(rounded(through(line, place, reach)))}
      />
      <Handle
        scale={scale}
        at={tipOf(line)}
        shownAt={shownTip}
        label={words.turn}
        valueText={valueText}
        kind={`tip ${kind}`}
        onMove={turn}
      />
      {name && (
        <text
          class="line-name"
          x={short(scale.x(shownTip[0]) + 12)}
          y={short(scale.y(shownTip[1]) - 8)}
          aria-hidden="true"
        >
          {name}
        </text>
      )}
    </g>
  );
}
