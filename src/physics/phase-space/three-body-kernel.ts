import { type Kernel, kernelMaker } from '../../math/kernel-module.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { BLOCK_EVENTS, columnsOf, copyIn, copyOut, KERNEL_WORTH } from './kernel-columns.ts';
import { availableMass, THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';
import { wasmBase64 } from './three-body.wasm.ts';

/** What kernels/assembly/three-body.ts exports; addresses and strides in bytes. */
export interface ThreeBodyFunctions {
  configure(M: number, m1: number, m2: number, m3: number): void;
  generate(
    out: number,
    stride: number,
    scratch: number,
    low: number,
    high: number,
    count: number,
    firstPair: number,
    key0: number,
    key1: number,
  ): void;
  generateFromDraws(draws: number, out: number, stride: number, scratch: number, count: number): void;
}

export const makeThreeBodyKernel = kernelMaker<ThreeBodyFunctions>(wasmBase64);
/** Weight, then energy, px, py, pz of three products. */
export const threeBodyOutputs = 13;
/** Address of the first column; scratch memory and constants lie below. */
export const columnsFrom = 1024;

let kernel: Kernel<ThreeBodyFunctions> | undefined;
let drawn: Float64Array[] = [];
let made: Float64Array[] = [];
let looked = false;

function lookForKernel(): void {
  looked = true;
  kernel = makeThreeBodyKernel(columnsFrom + 8 * BLOCK_EVENTS * (THREE_BODY_UNIFORMS + threeBodyOutputs));
  if (kernel === undefined) return;
  drawn = columnsOf(kernel.memory, columnsFrom, BLOCK_EVENTS, THREE_BODY_UNIFORMS);
  made = columnsOf(kernel.memory, columnsFrom + 8 * BLOCK_EVENTS * THREE_BODY_UNIFORMS, BLOCK_EVENTS, threeBodyOutputs);
}

/** `threeBodyPhaseSpace`, same arguments, same bits and errors, by the SIMD kernel where the engine can run it. */
export function threeBodyDecays(
  draws: readonly Float64Array[],
  count: number,
  masses: ArrayLike<number>,
  products: readonly MomentumColumns[],
  weight: Float64Array,
): void {
  if (!looked) lookForKernel();
  if (kernel === undefined || count < KERNEL_WORTH) {
    threeBodyPhaseSpace(draws, count, masses, products, weight);
    return;
  }
  availableMass(masses);
  const { configure, generateFromDraws } = kernel.functions;
  configure(masses[0], masses[1], masses[2], masses[3]);
  const out = columnsFrom + 8 * BLOCK_EVENTS * THREE_BODY_UNIFORMS;
  for (let at = 0; at < count; at += BLOCK_EVENTS) {
    const part = Math.min(BLOCK_EVENTS, count - at);
    for (let k = 0; k < THREE_BODY_UNIFORMS; k++) copyIn(drawn[k], draws[k], at, part);
    generateFromDraws(columnsFrom, out, 8 * BLOCK_EVENTS, 0, part);
    copyOut(made[0], weight, at, part);
    for (let k = 0; k < 3; k++) {
      const { energy, px, py, pz } = products[k];
      copyOut(made[4 * k + 1], energy, at, part);
      copyOut(made[4 * k + 2], px, at, part);
      copyOut(made[4 * k + 3], py, at, part);
      copyOut(made[4 * k + 4], pz, at, part);
    }
  }
}
