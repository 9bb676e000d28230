import { log } from '../../../../math/elementary.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { weightedFraction } from '../../../../statistics/estimate.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import type { LifetimeTable } from './result.ts';
import { lifetimeSampleName } from './samples.ts';

/** Acceptance (selected, trigger included) at the masses and lifetimes of a scan, relative to the prompt one. */
export function lifetimeTable(section: MassScan, samples: readonly ReadSample[]): LifetimeTable | null {
  const { lifetimes } = section;
  if (lifetimes === undefined) return null;
  const { particle, masses, values } = lifetimes;
  const byName = new Map(samples.map((sample) => [sample.plan.name, sample]));
  const acceptance = masses.map((mass) => {
    const row = values.map((value) => {
      const sample = byName.get(lifetimeSampleName(particle, mass, value));
      if (sample === undefined) throw new RangeError(`the run has no sample for ${particle} at ${mass}, ${value}`);
      return weightedFraction(sample.summary.selected, sample.summary.generated);
    });
    const prompt = row[0].value;
    return row.map(({ value, error }) =>
      prompt > 0 ? { value: value / prompt, error: error / prompt } : { value: 0, error: 0 },
    );
  });
  return { particle, masses, lifetimes: values, acceptance };
}

/**
 * Acceptance at a mass and lifetime relative to prompt decays: linear in the mass (constant beyond its ends) and in the
 * logarithm of the lifetime; below the shortest lifetime linear down to prompt, above the longest one falling as 1/cτ,
 * as it does when the flight is much longer than the detector.
 */
export function relativeAcceptance(
  { masses, lifetimes, acceptance }: LifetimeTable,
  mass: number,
  lifetime: number,
): number {
  const atMass = (column: number): number => {
    let i = 0;
    while (i < masses.length - 2 && mass > masses[i + 1]) i++;
    if (masses.length === 1) return acceptance[0][column].value;
    const t = Math.min(1, Math.max(0, (mass - masses[i]) / (masses[i + 1] - masses[i])));
    return (1 - t) * acceptance[i][column].value + t * acceptance[i + 1][column].value;
  };
  const last = lifetimes.length - 1;
  if (lifetime >= lifetimes[last]) return (atMass(last) * lifetimes[last]) / lifetime;
  let i = 0;
  while (lifetime > lifetimes[i + 1]) i++;
  const t =
    lifetimes[i] === 0
      ? lifetime / lifetimes[i + 1]
      : log(lifetime / lifetimes[i]) / log(lifetimes[i + 1] / lifetimes[i]);
  return (1 - t) * atMass(i) + t * atMass(i + 1);
}
