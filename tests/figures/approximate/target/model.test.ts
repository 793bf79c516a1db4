import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { targets } from '../../../../src/core/approximation/targets.ts';
import { targetField } from '../../../../src/figures/approximate/target/link-field.ts';
import { TargetModel } from '../../../../src/figures/approximate/target/model.ts';
import { denseOf, type Target } from '../../../../src/figures/approximate/target/target.ts';

type Model = InstanceType<typeof TargetModel>;
const models: Model[] = [];

function start(target?: Extract<Target, { kind: 'preset' }>): Model {
  const model = target ? new TargetModel(target) : new TargetModel();
  models.push(model);
  // as in a figure, somebody always looks
  model.sampled.subscribe(() => undefined);
  return model;
}

afterEach(() => {
  for (const model of models.splice(0)) model[Symbol.dispose]();
});

/** The formula reader arrives by a dynamic import, data in slices. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resume) => setTimeout(resume, 5));
}

async function withFormula(text: string): Promise<Model> {
  const model = start();
  model.open('formula');
  model.formula.type(text);
  await until(() => model.target.value.kind === 'formula');
  return model;
}

describe('the target', () => {
  it('is a preset at first, as samples in the units of the core', () => {
    const { sampled } = start();
    const { samples, holes, value } = sampled.value;
    expect(samples.x).toHaveLength(512);
    expect(samples.y[100]).toBe(targets.sine.value(samples.x[100] ?? 0));
    expect(samples).toMatchObject({ centre: 0, scale: 1, domain: [-1, 1], omitted: 0 });
    expect(holes).toEqual([]);
    expect(value).toBe(targets.sine.value);
  });

  it('is seen on a grid sixteen times denser in the same scale', async () => {
    const model = await withFormula('5 + 3x');
    const { sampled } = model;
    const dense = denseOf(sampled.value)?.();
    expect(dense?.x).toHaveLength(512 * 16);
    expect(dense?.y[0]).toBeCloseTo((dense?.x[0] ?? 0) / sampled.value.samples.x[511], 12);
  });
});

describe('a typed formula', () => {
  it('becomes the target once it makes sense, and stays it while the next is half typed', async () => {
    const model = await withFormula('x^3');
    expect(model.sampled.value.value?.(2)).toBe(8);
    model.formula.type('x^');
    expect(model.formula.fault.value?.key).toBe('unfinished');
    expect(model.formula.text.value).toBe('x^');
    expect(model.target.value).toMatchObject({ kind: 'formula', text: 'x^3' });
    expect(model.sampled.value.value?.(2)).toBe(8);
    model.formula.type('x^2');
    expect(model.formula.fault.value).toBeUndefined();
    expect(model.sampled.value.value?.(2)).toBe(4);
  });

  it('keeps its interval, and refuses an empty one', async () => {
    const model = await withFormula('x^2');
    model.formula.setDomain([0, 10]);
    expect(model.sampled.value.samples.domain).toEqual([0, 10]);
    model.formula.setDomain([3, 3]);
    expect(model.formula.domain.value).toEqual([0, 10]);
  });

  it('from a link is shown in its field once the reader has arrived', async () => {
    const model = start();
    model.target.value = { kind: 'formula', text: '2x', domain: [0, 1] };
    expect(model.panel.value).toBe('formula');
    expect(model.sampled.value.target).toMatchObject({ kind: 'preset' });
    await until(() => model.sampled.value.target.kind === 'formula');
    expect(model.formula.text.value).toBe('2x');
    expect(model.sampled.value.value?.(3)).toBe(6);
  });

  it('from a link that makes no sense leaves the target as it was, and says what is wrong', async () => {
    const model = start();
    model.target.value = { kind: 'formula', text: '2 banana', domain: [0, 1] };
    await until(() => model.formula.fault.value !== undefined);
    expect(model.formula.fault.value).toMatchObject({ key: 'unknownName' });
    expect(model.sampled.value.target).toMatchObject({ kind: 'preset' });
  });
});

describe('a hand-made curve', () => {
  it('starts as the curve that was there and changes under the pen alone', () => {
    const model = start({ kind: 'preset', name: 'absolute' });
    model.open('drawing');
    model.hand.setSmooth(false);
    expect(model.sampled.value.value?.(0.5)).toBeCloseTo(0.5, 2);
    const { pane } = model;
    const before = pane.value;
    model.hand.draw([
      [-0.5, 0.1],
      [-0.2, 0.1],
      [0, 0.1],
    ]);
    expect(pane.value).toBe(before);
    expect(model.sampled.value.value?.(-0.25)).toBeCloseTo(0.1, 2);
    expect(model.sampled.value.value?.(0.5)).toBeCloseTo(0.5, 2);
  });

  it('goes over from pen to points and back', () => {
    const model = start({ kind: 'preset', name: 'line' });
    model.open('control');
    expect(model.target.value.kind).toBe('control');
    model.hand.move(0, 0, 0.7);
    model.open('drawing');
    expect(model.sampled.value.value?.(-1)).toBeCloseTo(0.7, 2);
  });

  it('is not lost by a look at something else', () => {
    const model = start();
    model.open('drawing');
    model.hand.draw([
      [-1, 0.9],
      [1, 0.9],
    ]);
    const drawn = model.target.value;
    model.open('preset');
    expect(model.target.value.kind).toBe('preset');
    model.open('drawing');
    expect(model.target.value).toBe(drawn);
  });

  it('keeps the selected point within the points there are', () => {
    const model = start();
    model.open('control');
    model.hand.choose(99);
    expect(model.hand.chosen.value).toBe(8);
    model.hand.choose(-1);
    expect(model.hand.chosen.value).toBe(0);
    model.hand.addBeside(0);
    expect(model.hand.chosen.value).toBe(1);
    model.hand.remove(1);
    expect(model.hand.chosen.value).toBe(0);
  });

  it('can be flattened, and knows nothing of strokes while something else is the target', () => {
    const model = start();
    model.hand.draw([
      [-1, 0],
      [1, 0],
    ]);
    model.hand.move(1, 0, 0);
    expect(model.target.value).toEqual({ kind: 'preset', name: 'sine' });
    model.open('drawing');
    model.hand.flatten();
    expect(model.sampled.value.range.map((value) => Math.abs(value) < 1e-3)).toEqual([true, true]);
  });
});

describe('whatever is typed', () => {
  it('the target is the last formula that made sense, and the text stays as typed', async () => {
    const model = start();
    model.open('formula');
    await expect.poll(() => model.target.value.kind).toBe('formula');
    const word = fc.constantFrom(
      'x',
      '2',
      '+',
      '^',
      '(',
      ')',
      'sin',
      '|',
      ',',
      '1e999',
      '1/0',
      'é',
    );
    const typed = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    let sound = model.sampled.value;
    let faulty = 0;
    fc.assert(
      fc.property(typed, (text) => {
        model.formula.type(text);
        expect(model.formula.text.value).toBe(text);
        if (model.formula.fault.value) {
          faulty++;
          expect(model.sampled.value).toBe(sound);
        } else {
          sound = model.sampled.value;
          expect(sound.target).toMatchObject({ kind: 'formula', text });
        }
      }),
      { numRuns: 2000 },
    );
    expect(faulty).toBeGreaterThan(500);
  });
});

describe('data', () => {
  it('become the target once they are read without fault', async () => {
    const model = start();
    model.open('data');
    expect(model.target.value.kind).toBe('preset');
    await model.data.read('t,v\n0,1\n1,3\n2,\n');
    expect(model.target.value).toMatchObject({ kind: 'data', xName: 't', rows: 2 });
    expect(model.data.state.value).toMatchObject({ missing: 1 });
    expect(model.sampled.value.value).toBeUndefined();
  });

  it('with faults leave the target, and the data before, as they were', async () => {
    const model = start();
    await model.data.read('0,1\n1,3');
    const before = model.target.value;
    await model.data.read('0,1\n1,three');
    expect(model.target.value).toBe(before);
    expect(model.data.state.value).toMatchObject({ count: 1, faults: [{ key: 'notNumber' }] });
  });

  it('may come as a file, and stay in their field unless they are long', async () => {
    const model = start();
    await model.data.readFile(new Blob(['0;1,5\n1;2']), 'gb18030');
    expect(model.target.value).toMatchObject({ kind: 'data', y: [1.5, 2] });
    expect(model.data.text.value).toBe('0;1,5\n1;2');
    await model.data.read(Array.from({ length: 20_000 }, (_, i) => `${i},1`).join('\n'));
    expect(model.target.value).toMatchObject({ rows: 20_000, binned: true });
    expect(model.data.text.value).toBe('');
  });

  it('from a link stand in their field, to be gone on with', async () => {
    const model = start();
    await model.data.read('time "t", s\tv\n0\t1,000.5\n0\t2\n1\t3');
    const link = targetField.format(model.target.value);
    const linked = start();
    linked.target.value = targetField.parse(link) as Target;
    const text = linked.data.text.value;
    expect(text).toBe('time t, s\tv\n0\t501.25\n1\t3');
    await linked.data.read(text);
    expect(linked.target.value).toMatchObject({ x: [0, 1], y: [501.25, 3], yName: 'v' });
    // typed text stays as it was typed
    await linked.data.read('0 ; 1\n1 ; 2');
    linked.open('preset');
    linked.open('data');
    expect(linked.data.text.value).toBe('0 ; 1\n1 ; 2');
  });

  it('may come in the encodings of spreadsheets', async () => {
    const model = start();
    // 时,高 in GBK, and in UTF-16 with its mark
    const gbk = [0xca, 0xb1, 0x2c, 0xb8, 0xdf];
    const rows = [...'\n0,1\n1,3'].map((sign) => sign.charCodeAt(0));
    const utf16 = [...'\ufeff时,高\n0,1\n1,3'].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return [code & 255, code >> 8];
    });
    for (const bytes of [[...gbk, ...rows], utf16]) {
      model.target.value = { kind: 'preset', name: 'sine' };
      await model.data.readFile(new Blob([Uint8Array.from(bytes)]), 'gb18030');
      expect(model.target.value).toMatchObject({ xName: '时', yName: '高', y: [1, 3] });
    }
  });

  it('that are taken out of the field leave the target, without a fault', async () => {
    const model = start();
    await model.data.read('0,1\n1,two');
    await model.data.read('  ');
    expect(model.data.state.value).toEqual({});
  });

  it('that are no text, or too much, are refused', async () => {
    const model = start();
    const broken = { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as Blob;
    await model.data.readFile(broken, 'gb18030');
    expect(model.data.state.value.faults).toEqual([{ key: 'unreadableFile', values: {} }]);
    await model.data.readFile(new Blob(['\x89PNG\r\n\0\0']), 'gb18030');
    expect(model.data.state.value.faults).toEqual([{ key: 'notText', values: {} }]);
    await model.data.readFile({ size: 1e9 } as Blob, 'gb18030');
    expect(model.data.state.value.faults).toEqual([{ key: 'tooMuchText', values: {} }]);
    expect(model.target.value.kind).toBe('preset');
  });

  it('read while others are still being read take their place', async () => {
    const model = start();
    const slow = model.data.read('0,1\n1,2\n'.repeat(20_000));
    const quick = model.data.read('5,1\n6,3');
    await Promise.all([slow, quick]);
    expect(model.target.value).toMatchObject({ kind: 'data', domain: [5, 6] });
  });
});
