// Makes kernel.wasm from the AssemblyScript beside it, unless it is there already: a stamp of the
// sources and of the compiler says so. The file is never committed.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const out = new URL('./out/', here);
export const kernelFile = fileURLToPath(new URL('kernel.wasm', out));

/**
 * The memory is the caller's (src/core/kernel.ts lays it out); below its first numbers there is
 * room for the constants. No relaxed SIMD: its results differ between machines.
 */
const flags = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert', '--runtime', 'stub'],
  ...['--converge', '--noExportMemory'],
  ...['--importMemory', '--zeroFilledMemory', '--memoryBase', '16'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
];

const readSources = async () => {
  const names = (await readdir(here)).filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, here), 'utf8')]),
  );
};

/** The binary of these sources. */
export const compileKernel = async (sources) => {
  const { main } = await import('assemblyscript/asc');
  const files = new Map(sources);
  let binary;
  const { error, stderr } = await main(['index.ts', '--outFile', 'kernel.wasm', ...flags], {
    readFile: (name) => files.get(name) ?? null,
    writeFile: (_name, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`the kernel does not compile: ${error}\n${stderr}`);
  return binary;
};

/** Of the compiler, without loading it. */
const readVersion = async () => {
  const compiler = new URL('../package.json', import.meta.resolve('assemblyscript'));
  return JSON.parse(await readFile(compiler, 'utf8')).version;
};

/** Compiles the kernel where it is missing or older than its sources. */
export const buildKernel = async () => {
  const sources = await readSources();
  const stamp = createHash('sha256')
    .update(JSON.stringify([await readVersion(), flags, sources]))
    .digest('hex');
  const stampFile = new URL('stamp', out);
  const kept = await readFile(stampFile, 'utf8').catch(() => '');
  const there = await readFile(kernelFile).catch(() => null);
  if (kept === stamp && there) return;
  const binary = await compileKernel(sources);
  await mkdir(out, { recursive: true });
  // Others may be reading: a file is replaced whole.
  for (const [file, contents] of [
    [kernelFile, binary],
    [fileURLToPath(stampFile), stamp],
  ]) {
    await writeFile(`${file}.${process.pid}`, contents);
    await rename(`${file}.${process.pid}`, file);
  }
};

/** For Vite: the kernel is there before anything asks for it. */
export const kernel = () => ({ name: 'kernel', buildStart: buildKernel });

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernel();
