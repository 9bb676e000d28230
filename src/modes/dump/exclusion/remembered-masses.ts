import { type DumpPlan, type ModelChoice, planOfMasses } from '../chain/engine.ts';

/** Carries a plan out somewhere. */
export type SimulatePlan = (plan: DumpPlan) => Promise<readonly Float64Array[]>;

/** Simulates of a plan the masses that were not simulated before; the numbers of a mass do not depend on the others. */
export function remembering(simulate: SimulatePlan): SimulatePlan {
  const known = new Map<number, Float64Array>();
  return async (plan) => {
    const left = plan.masses.filter((mass) => !known.has(mass));
    const sums = left.length === 0 ? [] : await simulate(planOfMasses(plan, left));
    left.forEach((mass, i) => {
      known.set(mass, sums[i]);
    });
    return plan.masses.map((mass) => known.get(mass) as Float64Array);
  };
}

/** A model without what weighs its production, as text: what is simulated is the same for equal texts. */
export function simulatedText(choice: ModelChoice): string {
  if (typeof choice === 'string' || 'decay' in choice) return JSON.stringify(choice);
  const { production, ...rest } = choice;
  const { factor: _, coupling: __, ...made } = production;
  return JSON.stringify([rest, made]);
}
