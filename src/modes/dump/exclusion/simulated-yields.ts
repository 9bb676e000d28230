import type { KeptNumbers } from '../../../tasks/index.ts';
import { coarseMasses, FEW_MASSES, fillMasses, massesToAdd } from '../chain/adaptive-masses.ts';
import { type DumpPlan, planOfMasses, yieldsOfPlan } from '../chain/engine.ts';
import type { DumpYields } from '../chain/yields.ts';
import { numbersOfYields, yieldsOfNumbers } from '../chain/yields-as-numbers.ts';
import type { SimulatePlan } from './remembered-masses.ts';

/** The yields of a plan, from an earlier command where they were kept. */
export async function simulatedYields(
  plan: DumpPlan,
  everyMass: boolean,
  simulate: SimulatePlan,
  kept: KeptNumbers | undefined,
): Promise<DumpYields> {
  const all = everyMass ? 'every mass' : 'few masses';
  const text = JSON.stringify(['dump yields', all, plan]);
  const known = await kept?.load(text);
  if (known !== undefined) return yieldsOfNumbers(plan, known);
  const made = await adaptiveYields(plan, everyMass, simulate);
  await kept?.save(text, numbersOfYields(made));
  return made;
}

/**
 * The yields of a plan from as few of its masses as tell the others: a coarse grid, finer where a mass is not found from
 * its neighbours and where something opens. Every simulated mass has the bits that it has when all are simulated.
 */
async function adaptiveYields(plan: DumpPlan, everyMass: boolean, simulate: SimulatePlan): Promise<DumpYields> {
  const { masses } = plan;
  if (everyMass || masses.length <= FEW_MASSES) return yieldsOfPlan(plan, await simulate(plan));
  const known = new Map<number, Float64Array>();
  let wanted = coarseMasses(masses);
  for (;;) {
    const round = planOfMasses(plan, wanted);
    const sums = await simulate(round);
    round.masses.forEach((mass, i) => {
      known.set(mass, sums[i]);
    });
    const all = [...known].sort(([a], [b]) => a - b);
    const simulated = planOfMasses(
      plan,
      all.map(([mass]) => mass),
    );
    const yields = yieldsOfPlan(
      simulated,
      all.map(([, numbers]) => numbers),
    );
    wanted = massesToAdd(yields, masses);
    if (wanted.length === 0) return fillMasses(yields, masses);
  }
}
