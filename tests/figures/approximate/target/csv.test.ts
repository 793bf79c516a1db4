import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import labels from '../../../../content/en/figures/approximate-target.json' with { type: 'json' };
import {
  FAULTS_SHOWN,
  MOST_ROWS,
  readTable,
  type TableReading,
} from '../../../../src/figures/approximate/target/csv.ts';
import { dataSamples } from '../../../../src/figures/approximate/target/data.ts';
import { readData } from '../../../../src/figures/approximate/target/read-data.ts';
import { fill } from '../../../../src/ui/words.ts';

function read(text: string): TableReading {
  const reader = readTable(text);
  for (;;) {
    const step = reader.next();
    if (step.done) return step.value;
  }
}

function dataIn(text: string) {
  const reading = read(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.data;
}

function faultsIn(text: string) {
  const reading = read(text);
  if (reading.ok) throw new Error('no fault');
  return reading;
}

const rows = { x: [0, 0.5, 1.25], y: [1.5, -2, 300] };

describe('a table', () => {
  it.each([
    ['commas', '0,1.5\n0.5,-2\n1.25,3e2'],
    ['commas and spaces', ' 0, 1.5 \n 0.5, -2\n1.25, 300.\n'],
    ['semicolons', '0;1.5\n.5;-2\n1.25;300'],
    ['semicolons and decimal commas', '0;1,5\n0,5;-2\n1,25;300'],
    ['tabs', '0\t1.5\n0.5\t-2\n1.25\t300\n\n'],
    ['tabs and decimal commas', '0\t1,5\n0,5\t-2\n1,25\t300'],
    ['spaces', '0 1.5\n  0.5   -2\n1.25 300'],
    ['spaces and decimal commas', '0 1,5\n0,5 −2\n1,25 300'],
    ['Windows line ends', '0,1.5\r\n0.5,-2\r\n1.25,300\r\n'],
    ['old Macs’ line ends', '0,1.5\r0.5,-2\r1.25,300'],
    ['quotes', '"0","1.5"\n"0.5","-2"\n"1.25","300"'],
    ['a byte order mark and comments', '\uFEFF# measured\n0,1.5\n\n# later\n0.5,-2\n1.25,300'],
    ['rows in any order', '1.25,300\n0,1.5\n0.5,-2'],
    ['signs of a Chinese keyboard', '０，１．５\n０．５，－２\n１．２５，３００'],
    ['full-width semicolons', '0；1.5\n0。5；-2\n1.25；300'],
    ['further columns', '0,1.5,a\n0.5,-2,b\n1.25,300,c'],
  ])('with %s is understood', (_, text) => {
    expect(dataIn(text)).toMatchObject({ ...rows, rows: 3, domain: [0, 1.25], binned: false });
  });

  it('keeps the names and units of its header', () => {
    expect(dataIn('time (s),"speed, mean (m/s)"\n0,1\n1,2')).toMatchObject({
      xName: 'time (s)',
      yName: 'speed, mean (m/s)',
      x: [0, 1],
    });
    expect(dataIn('t;v\n0;1,5\n1;2')).toMatchObject({ xName: 't', yName: 'v', y: [1.5, 2] });
    expect(dataIn('0,1\n1,2')).toMatchObject({ xName: '', yName: '' });
  });

  it('leaves out rows without a value and counts them', () => {
    const reading = read('x,y\n0,1\n1,\n2,NA\nnan,3\n4,5');
    expect(reading).toMatchObject({ ok: true, missing: 3, data: { x: [0, 4], rows: 2 } });
  });

  it('averages rows at the same place', () => {
    expect(dataIn('0,1\n1,2\n1,4\n2,0')).toMatchObject({ x: [0, 1, 2], y: [1, 3, 0], rows: 4 });
  });

  it('of more than 512 places is averaged in 512 equal cells', () => {
    const text = Array.from({ length: 5120 }, (_, i) => `${i + 0.5},${i % 10}`).join('\n');
    const data = dataIn(text);
    expect(data).toMatchObject({ binned: true, rows: 5120, domain: [0.5, 5119.5] });
    expect(data.x).toHaveLength(512);
    expect(new Set(data.y)).toEqual(new Set([4.5]));
  });

  it('becomes samples of unit size that lead back to its numbers', () => {
    const { x, y, centre, scale, domain } = dataSamples(dataIn('10,1\n12,3\n20,5'));
    expect([...x]).toEqual([-1, -0.6, 1]);
    expect([...y]).toEqual([-1, 0, 1]);
    expect({ centre, scale, domain }).toEqual({ centre: 3, scale: 2, domain: [10, 20] });
  });
});

describe('a faulty table', () => {
  it('is told by line, the first few and how many there are', () => {
    const reading = faultsIn(`x,y\n0,1\n1,2\n${'oops,3\n'.repeat(9)}5,6`);
    expect(reading.count).toBe(9);
    expect(reading.faults).toHaveLength(FAULTS_SHOWN);
    expect(reading.faults[0]).toMatchObject({
      key: 'notNumber',
      values: { line: 4, text: 'oops' },
    });
  });

  it.each([
    ['', 'noRows'],
    ['\n # only a comment', 'noRows'],
    ['1\n2\n3', 'oneColumn'],
    ['0,1\n1,two', 'notNumber'],
    ['1,2\n1,3', 'fewPlaces'],
    ['x,y', 'fewPlaces'],
    ['0,1\n1,1e200', 'valueTooLarge'],
    ['0,1\n1,1e999', 'valueTooLarge'],
    ['0,1\n'.repeat(MOST_ROWS + 1), 'tooManyRows'],
  ])('%#: %j', (text, key) => {
    const { faults } = faultsIn(text);
    expect(faults[0].key).toBe(key);
    const templates: Readonly<Record<string, string>> = labels.data.faults;
    expect(fill(templates[key], faults[0].values)).not.toMatch(/[{}]/);
  });

  it('may have a hundred thousand rows and a header, but not one row more', () => {
    const most = `t,v\n${Array.from({ length: MOST_ROWS }, (_, i) => `${i},1`).join('\n')}`;
    expect(dataIn(most).rows).toBe(MOST_ROWS);
    expect(faultsIn(`${most}\n7,7`).faults[0].key).toBe('tooManyRows');
  });
});

describe('readData()', () => {
  it('reads in slices, tells how far it is, and gives the same', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 7}`).join('\n');
    const progress: number[] = [];
    const reading = await readData(
      text,
      (lines) => progress.push(lines),
      new AbortController().signal,
    );
    expect(reading).toEqual(read(text));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const reading = readData('0,1\n'.repeat(50_000), () => stop.abort(), stop.signal);
    expect(await reading).toBeUndefined();
  });
});

describe('any text', () => {
  const field = fc.oneof(
    fc.double().map(String),
    fc.integer({ min: -999, max: 999 }).map((n) => String(n / 10).replace('.', ',')),
    fc.constantFrom('', 'NA', '"', 'x', '1e999', '-', '#', '"1"', '٣', '0x10'),
  );
  const separator = fc.constantFrom(',', ';', '\t', ' ', ', ');
  const table = fc
    .tuple(separator, fc.array(fc.array(field, { maxLength: 4 }), { maxLength: 12 }))
    .map(([sign, lines]) => lines.map((fields) => fields.join(sign)).join('\n'));

  const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  const sound = fc
    .tuple(
      fc.constantFrom(',', ';', '\t', ' '),
      fc.array(fc.tuple(number, number), { minLength: 2 }),
    )
    .map(([sign, lines]) => lines.map((fields) => fields.join(sign)).join('\n'));

  it('is points in order or faults that are counted, never an exception', () => {
    let good = 0;
    fc.assert(
      fc.property(fc.oneof(sound, table, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const reading = read(text);
        if (!reading.ok) {
          expect(reading.faults.length).toBe(Math.min(FAULTS_SHOWN, reading.count));
          return;
        }
        good++;
        const { x, y } = dataSamples(reading.data);
        expect(x.every((value, i) => Math.abs(value) <= 1 && (i === 0 || value > x[i - 1]))).toBe(
          true,
        );
        expect(y.every((value) => Math.abs(value) <= 1 + 1e-12)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(good).toBeGreaterThan(1000);
  }, 120_000);
});
