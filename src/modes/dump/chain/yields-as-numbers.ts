import { type DumpPlan, encodeMassPoint, yieldsOfPlan } from './engine.ts';
import type { DumpYields } from './yields.ts';

/** Numbers before those of the masses: masses, masses simulated, rms and largest difference of masses left out. */
const HEAD = 4;

/** Yields as one column: how they were interpolated, then mass by mass how many numbers there are, and these. */
export function numbersOfYields({ model, points, interpolation }: DumpYields): Float64Array {
  const parts = points.map((point) => encodeMassPoint(model, point));
  const out = new Float64Array(HEAD + parts.reduce((sum, { length }) => sum + 1 + length, 0));
  const { rms, largest } = interpolation?.leavingOneOut ?? { rms: 0, largest: 0 };
  out.set([points.length, interpolation?.simulated ?? points.length, rms, largest]);
  let at = HEAD;
  for (const part of parts) {
    out[at] = part.length;
    out.set(part, at + 1);
    at += 1 + part.length;
  }
  return out;
}

/** The yields of a plan from `numbersOfYields` of it. */
export function yieldsOfNumbers(plan: DumpPlan, numbers: Float64Array): DumpYields {
  const [masses, simulated, rms, largest] = numbers;
  let at = HEAD;
  const parts = plan.masses.map(() => {
    const length = numbers[at];
    const part = numbers.subarray(at + 1, at + 1 + length);
    at += 1 + length;
    return part;
  });
  const yields = yieldsOfPlan(plan, parts);
  return simulated === masses
    ? yields
    : { ...yields, interpolation: { masses, simulated, leavingOneOut: { rms, largest } } };
}
