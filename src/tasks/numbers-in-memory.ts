import type { KeptNumbers } from './kept-numbers.ts';

/** Numbers kept as long as the object lives. */
export function numbersInMemory(): KeptNumbers {
  const known = new Map<string, Float64Array>();
  return {
    load: async (of) => known.get(of)?.slice(),
    save: async (of, numbers) => {
      known.set(of, numbers.slice());
    },
  };
}

/** Numbers looked for near, then far, and kept in both; near alone where there is no far. */
export function keptInBoth(near: KeptNumbers, far: KeptNumbers | undefined): KeptNumbers {
  if (far === undefined) return near;
  return {
    load: async (of) => (await near.load(of)) ?? (await far.load(of)),
    save: async (of, numbers) => {
      await near.save(of, numbers);
      await far.save(of, numbers);
    },
  };
}
