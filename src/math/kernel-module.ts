/** A WebAssembly kernel at work: its functions and the memory that it shares with its caller, which never grows. */
export interface Kernel<Functions> {
  readonly functions: Functions;
  readonly memory: ArrayBuffer;
}

const pageBytes = 65536;

/**
 * Makes instances of a compiled kernel given as base64, each with `bytes` of memory of its own, in any engine that has
 * WebAssembly with 128-bit SIMD. The maker returns undefined where it cannot run (no SIMD, compilation forbidden by the
 * page), so that the caller takes the TypeScript twin, which gives the same bits. Compiles once, at the first call.
 */
export function kernelMaker<Functions>(base64: string): (bytes: number) => Kernel<Functions> | undefined {
  let module: WebAssembly.Module | undefined;
  let refused = false;
  return (bytes) => {
    if (refused) return undefined;
    try {
      module ??= new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      const pages = Math.ceil(bytes / pageBytes);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      return { functions: exports as Functions, memory: memory.buffer };
    } catch {
      refused = true;
      return undefined;
    }
  };
}
