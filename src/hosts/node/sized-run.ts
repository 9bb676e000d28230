import type { AnyPlan } from '../../modes/any-plan.ts';
import type { Host } from '../../run/host.ts';
import { sizesForPrecision } from '../../run/precision/sizes-for-precision.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { Asked } from '../../search/asking/asked.ts';
import { type KeptNumbers, keptInBoth, numbersInMemory } from '../../tasks/index.ts';
import { numbersOfUser } from './blocks/numbers-of-user.ts';

/** How a run finds its size. */
export interface SizeAsked {
  /** Sizes of samples follow from the precision asked for, 1 % where none is, instead of from `events`. */
  readonly toPrecision?: boolean | undefined;
  /** Seconds for a run to precision, about: less is simulated where more would be needed. */
  readonly budget?: number | undefined;
}

/**
 * What is asked of a run with the sizes of its samples where they follow from a precision, and the numbers that the run
 * may take: those of earlier commands, and the pilots'. Throws as `sizesForPrecision`.
 */
export async function sizedRun(
  search: AnySearch,
  asked: Asked & SizeAsked,
  host: Host,
  onPilot: (plan: AnyPlan) => void,
): Promise<{ readonly sizes: Asked['sizes']; readonly kept: KeptNumbers | undefined }> {
  const user = await numbersOfUser();
  if (asked.toPrecision !== true) return { sizes: asked.sizes, kept: user };
  const pilots = numbersInMemory();
  const kept = keptInBoth(pilots, user);
  // The speed that a budget needs is measured, so its pilots take nothing from earlier commands.
  const pilotHost = { ...host, kept: asked.budget === undefined ? kept : pilots };
  const { sizes } = await sizesForPrecision(search, asked, pilotHost, { budget: asked.budget }, onPilot);
  return { sizes, kept };
}
