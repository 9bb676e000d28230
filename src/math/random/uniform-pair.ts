import { type Kernel, kernelMaker } from '../kernel-module.ts';
import { wasmBase64 } from './uniform-columns.wasm.ts';
import { uniformPairTwin } from './uniform-pair-twin.ts';

interface Functions {
  fillPair(
    a: number,
    b: number,
    scratch: number,
    low: number,
    word: number,
    count: number,
    k0: number,
    k1: number,
  ): void;
}

/** Events per call of the kernel, and the count below which the twin is quicker. */
const kernelEvents = 1152;
const kernelWorth = 24;
const addressA = 1024;
const addressB = addressA + 8 * kernelEvents;

const makeKernel = kernelMaker<Functions>(wasmBase64);
let kernel: Kernel<Functions> | undefined;
let columnA = new Float64Array(0);
let columnB = new Float64Array(0);
let looked = false;

function lookForKernel(): void {
  looked = true;
  kernel = makeKernel(addressB + 8 * kernelEvents);
  if (kernel === undefined) return;
  columnA = new Float64Array(kernel.memory, addressA, kernelEvents);
  columnB = new Float64Array(kernel.memory, addressB, kernelEvents);
}

/** `uniformPairTwin`, same arguments and same bits, by the SIMD kernel where the engine can run it. */
export function uniformPair(
  k0: number,
  k1: number,
  low: number,
  drawWord: number,
  from: number,
  count: number,
  a: Float64Array,
  b: Float64Array,
): void {
  if (!looked) lookForKernel();
  if (kernel === undefined || count < kernelWorth) {
    uniformPairTwin(k0, k1, low, drawWord, from, count, a, b);
    return;
  }
  const { fillPair } = kernel.functions;
  for (let i = 0; i < count; i += kernelEvents) {
    const part = Math.min(kernelEvents, count - i);
    fillPair(addressA, addressB, 0, low + i, drawWord, part, k0, k1);
    a.set(part === kernelEvents ? columnA : columnA.subarray(0, part), from + i);
    b.set(part === kernelEvents ? columnB : columnB.subarray(0, part), from + i);
  }
}
