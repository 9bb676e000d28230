/** Events in a block of the toy. */
export const TOY_BLOCK_EVENTS = 1000;

/** A plan of the toy: `length` numbers per block, `rounds` to make a block last. */
export function toyPlan(seed, { blocks = 40, length = 50, rounds = 20, ...more } = {}) {
  const samples = [
    { name: 'signal', events: blocks * TOY_BLOCK_EVENTS, blocks },
    { name: 'background', events: blocks * TOY_BLOCK_EVENTS, blocks },
  ];
  return { digest: `toy-${seed}-${blocks}-${length}`, samples, seed, length, rounds, ...more };
}

/** Numbers of very different size out of exact operations only, so that sums depend on their order but not on the engine. */
export function openToy(plan) {
  return {
    simulateBlock(sample, block) {
      const numbers = new Float64Array(plan.length);
      let state = (plan.seed * 2654435761 + sample * 40503 + block * 97 + 1) >>> 0;
      for (let round = 0; round < plan.rounds; round++) {
        for (let i = 0; i < numbers.length; i++) {
          state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
          const scale = [1e-9, 1e-3, 1, 1e4, 1e9][state % 5];
          numbers[i] += Math.sqrt(state) * scale;
        }
      }
      return numbers;
    },
  };
}
