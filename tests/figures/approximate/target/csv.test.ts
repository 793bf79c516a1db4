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

  it.each([
    ['a spreadsheet’s thousands', 'a\tb\n1\t1,234.5\n2\t12\n3\t1,000,000', [1234.5, 12, 1e6]],
    ['whole thousands', '1\t1,234\n2\t12\n3\t-2,000', [1234, 12, -2000]],
    ['decimal commas of a spreadsheet', '1\t1,234\n2\t12,5\n3\t0,125', [1.234, 12.5, 0.125]],
    ['German thousands', '1;1.234,5\n2;12\n3;1.000.000', [1234.5, 12, 1e6]],
    ['three decimals after a comma', '1;1,234\n2;12,500\n3;0,125', [1.234, 12.5, 0.125]],
    ['three decimals after a point', '1;1.234\n2;12.500\n3;0.125', [1.234, 12.5, 0.125]],
    ['thousands in quotes', '1,"1,234"\n2,12\n3,"1,000,000.5"', [1234, 12, 1000000.5]],
    ['spaces between the digits', '1\t1 234,5\n2\t12\n3\t1 000 000', [1234.5, 12, 1e6]],
    ['narrow spaces', '1\t1\u202f234.5\n2\t12\n3\t1\u00a0000', [1234.5, 12, 1000]],
    ['Swiss thousands', '1;1’234.5\n2;12\n3;1’000’000', [1234.5, 12, 1e6]],
    ['percentages', '1\t10%\n2\t-0.7 %\n3\t１２．５％', [0.1, -0.007, 0.125]],
    ['percentages with a comma', '1;10 %\n2;-0,7 %\n3;1e1%', [0.1, -0.007, 0.1]],
  ])('of %s is understood', (_, text, y) => {
    expect(dataIn(text)).toMatchObject({ x: [1, 2, 3], y });
  });

  it('says how it took what could have been meant otherwise', () => {
    const takenIn = (text: string) => {
      const reading = read(text);
      return reading.ok && reading.taken;
    };
    expect(takenIn('1\t12\n2\t1,234\n3\t2,000')).toEqual({ text: '1,234', value: 1234 });
    expect(takenIn('1;1,234\n2;3')).toEqual({ text: '1,234', value: 1.234 });
    expect(takenIn('1\t10%\n2\t3%')).toEqual({ text: '10%', value: 0.1 });
    expect(takenIn('1\t1.5\n2\t-3e2\n3\tNA')).toBeUndefined();
  });

  it('has days for places where they are dates, counted from the first', () => {
    const reading = read('date,t\n2024-03-01 12:00,2\n2024-02-28,1\n2024-02-30,\n2025-02-28,3');
    expect(reading).toMatchObject({ ok: false, faults: [{ key: 'notDate', line: 4 }], count: 1 });
    expect(read('date,t\n2024-03-01 12:00,2\n2024-02-28 06:00,1\n2025-02-28,3')).toMatchObject({
      ok: true,
      since: '2024-02-28',
      data: { xName: 'date (d, 0 = 2024-02-28)', yName: 't', x: [0.25, 2.5, 366], y: [1, 2, 3] },
    });
    expect(dataIn('2024/1/31\t1\n2024/2/1\t2')).toMatchObject({
      xName: 'd, 0 = 2024/1/31',
      x: [0, 1],
    });
    expect(dataIn('日期\t温度\n2024年12月31日\t1\n2025年1月1日\t2').x).toEqual([0, 1]);
  });

  it('has days that are as far apart as calendars say', () => {
    const at = fc.integer({ min: -2_000_000, max: 90_000_000 });
    const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    const inRange = at.map((day) => day % 2_900_000).filter((day) => /^\d/.test(dateOf(day)));
    fc.assert(
      fc.property(inRange, inRange, (a, b) => {
        fc.pre(Math.abs(a - b) > 1);
        expect(dataIn(`${dateOf(a)},1\n${dateOf(b)},2`).x).toEqual([0, Math.abs(a - b)]);
      }),
    );
  });

  it('may have empty cells at either end of a row', () => {
    expect(read('\tt\n1\t2\n\t3\n4\t\n5\t6')).toMatchObject({
      ok: true,
      missing: 2,
      data: { xName: '', yName: 't', x: [1, 5], y: [2, 6] },
    });
    expect(read('a\tb\tc\n1\t2\t3\n\t3\t4\n5\t6\t7')).toMatchObject({
      missing: 1,
      data: { x: [1, 5], y: [2, 6] },
    });
    expect(read('1\t#N/A\n2\t3\n4\t5')).toMatchObject({ missing: 1, data: { x: [2, 4] } });
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
    ['x,y', 'noRows'],
    ['hello world', 'noRows'],
    ['1/2/2024,1\n2/2/2024,2', 'notDate'],
    ['2024-01-01,1\n5,2', 'notDate'],
    ['2024-13-01,1\n2024-12-01,2', 'notNumber'],
    ['1,12 m\n2,13 m', 'notNumber'],
    ['1,$3.50\n2,$4', 'notNumber'],
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
