// Curves to listen to: one after the other, from left to right, the pitch following the height. Fetched
// when somebody first asks for it.

export interface Heard {
  /** Values at equal distances from left to right, for each curve. */
  readonly curves: readonly ArrayLike<number>[];
  /** The lowest and the highest value in the window; what lies beyond sounds like its edge. */
  readonly range: readonly [number, number];
}

/** Hertz at the lower and the upper edge: two octaves, where hearing is at ease. */
const lowest = 220;
const highest = 880;
/** Seconds for a curve, and between two. */
export const lasting = 2.5;
const rest = 0.4;
const loudness = 0.15;
/** Seconds to fade in and out, so that nothing clicks. */
const fade = 0.03;

/** Hertz for each value: equal steps in value are equal intervals. No number sounds as the lower edge. */
export function pitches({
  curves,
  range: [low, high],
}: Heard): readonly Float32Array<ArrayBuffer>[] {
  const share = (value: number) => Math.max(0, Math.min(1, (value - low) / (high - low))) || 0;
  return curves.map((curve) =>
    Float32Array.from(curve, (value) => lowest * (highest / lowest) ** share(value)),
  );
}

/** Plays the curves, each with a timbre of its own, moving from the left ear to the right; gives what stops it. */
export function play(heard: Heard, onEnd: () => void): () => void {
  const context = new AudioContext();
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    void context.close();
    onEnd();
  };
  const voices = pitches(heard).map((tones, i) => {
    const voice = context.createOscillator();
    const volume = context.createGain();
    const place = context.createStereoPanner();
    const start = context.currentTime + 0.05 + i * (lasting + rest);
    const stop = start + lasting;
    voice.type = i === 0 ? 'sine' : 'triangle';
    voice.frequency.setValueCurveAtTime(tones, start, lasting);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + fade);
    volume.gain.setValueAtTime(loudness, stop - fade);
    volume.gain.linearRampToValueAtTime(0, stop);
    place.pan.setValueAtTime(-0.8, start);
    place.pan.linearRampToValueAtTime(0.8, stop);
    voice.connect(volume).connect(place).connect(context.destination);
    voice.start(start);
    voice.stop(stop);
    return voice;
  });
  const last = voices.at(-1);
  if (last) last.onended = end;
  else end();
  return end;
}
