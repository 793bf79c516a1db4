// The kernel for what is computed while the site is built: the same bits, sooner.
import { useKernel } from '../core/kernel.ts';
import address from '../kernel/out/kernel.wasm?url&inline';
import { kernelMaker } from './kernel.ts';

const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
useKernel(kernelMaker(new WebAssembly.Module(bytes)));
