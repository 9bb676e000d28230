import {
  type ExcludeModelOptions,
  excludeLifetimesOf,
  excludeModel,
  excludePointOf,
  type ModelChoice,
  openExclusion,
  type SimulatePlan,
} from '../modes/exclusion.ts';
import type { AnySearch } from '../search/any-search.ts';
import { Interrupted } from '../tasks/index.ts';
import { FinishedMasses } from './finished-masses.ts';
import { type Host, localHost } from './host.ts';
import { simulate } from './simulate.ts';

type Searches = Parameters<typeof excludeModel>[1];

/** One block is one mass: its events are those of the first sample. A simulation that is stopped keeps finished masses. */
function simulateOn(host: Host): SimulatePlan {
  const finished = new FinishedMasses(host.kept);
  return async (plan) => {
    try {
      const blocks = await finished.storeFor(plan);
      return (await simulate(plan, plan.samples[0]?.events ?? 1, { ...host, blocks })).sums;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      throw new Interrupted(error.eventsDone, error.eventsTotal, await finished.keep());
    }
  };
}

/**
 * Contours in (mass, coupling) that the searches exclude for a model, at its own lifetime or at `lifetime` (cτ, m), and
 * the files that can be written of them. Throws InvalidInput for a model, a production set, a range or a search that
 * does not hold, Interrupted when the host's signal fires.
 */
export async function exclude(
  model: ModelChoice,
  searches: readonly AnySearch[],
  options: ExcludeModelOptions & { readonly lifetime?: number | undefined } = {},
  host: Host = localHost,
) {
  return await excludeModel(model, searches as Searches, options, simulateOn(host), host.kept);
}

/**
 * The masses of a model simulated for some searches, once: contours for any protons, couplings and production set follow
 * in milliseconds, each the same as `exclude` gives for it. Throws as `exclude`.
 */
export async function simulateContours(
  model: ModelChoice,
  searches: readonly AnySearch[],
  options: ExcludeModelOptions = {},
  host: Host = localHost,
) {
  return await openExclusion(model, searches as Searches, options, simulateOn(host), host.kept);
}

/**
 * One point of mass (GeV) and coupling: excluded or not, CLs, and every factor of the expected events. Throws as `exclude`.
 */
export async function excludeOnePoint(
  model: ModelChoice,
  searches: readonly AnySearch[],
  point: { readonly mass: number; readonly coupling: number },
  options: ExcludeModelOptions & { readonly lifetime?: number | undefined } = {},
  host: Host = localHost,
) {
  return await excludePointOf(model, searches as Searches, point, options, simulateOn(host));
}

/** Limits of each search over mass and proper lifetime (cτ, m). Throws as `exclude`. */
export async function excludeLifetimes(
  model: ModelChoice,
  searches: readonly AnySearch[],
  options: Parameters<typeof excludeLifetimesOf>[2],
  host: Host = localHost,
) {
  return await excludeLifetimesOf(model, searches as Searches, options, simulateOn(host));
}
