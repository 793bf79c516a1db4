// Units as squares, filled as far as they are used: what a network costs, to be seen and not read.
interface Props {
  readonly units: number;
  readonly used: number;
  /** Units side by side in a layer of its own each; otherwise one layer fills the box. */
  readonly perLayer?: number;
  readonly words: string;
}

/** The box, in user units; always the same, so that nothing under it moves. */
const width = 384;
const height = 60;
const largest = 12;

export function Units({ units, used, perLayer, words }: Props) {
  const pitch = Math.min(largest, Math.sqrt((width * height) / units) * 0.98);
  const rows = perLayer ?? Math.ceil(units / Math.floor(width / pitch));
  const side = Math.round(pitch * 7.4) / 10;
  const squares = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => {
      const place = from + i;
      const x = Math.round((Math.floor(place / rows) * pitch + 1) * 10) / 10;
      const y = Math.round(((place % rows) * pitch + 1) * 10) / 10;
      return `M${x} ${y}h${side}v${side}h-${side}z`;
    }).join('');
  return (
    <div class="units">
      <p>{words}</p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path class="unit" d={squares(used, units)} />
        <path class="unit used" d={squares(0, used)} />
      </svg>
    </div>
  );
}
