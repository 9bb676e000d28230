/** Events per call of a kernel that reads uniforms from columns, so that its columns stay in the nearest cache. */
export const BLOCK_EVENTS = 256;
/** Fewer events than this are not worth a call. */
export const KERNEL_WORTH = 8;

/** `count` columns of `length` numbers, one after the other in `memory` from address `from` on. */
export function columnsOf(memory: ArrayBuffer, from: number, length: number, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, k) => new Float64Array(memory, from + 8 * length * k, length));
}

/** Copies rows at … at + count − 1 of a column to the first rows of a kernel's. */
export function copyIn(to: Float64Array, from: Float64Array, at: number, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[at + i];
}

/** Copies the first `count` rows of a kernel's column to rows at … of another. */
export function copyOut(from: Float64Array, to: Float64Array, at: number, count: number): void {
  if (count === from.length) to.set(from, at);
  else for (let i = 0; i < count; i++) to[at + i] = from[i];
}
