import type { CountedEffect, CountedResult, NothingCounted } from '../../search/results/counted-result.ts';
import { quadrature } from '../../stages/normalisation/normalise.ts';
import { errorOfSeen } from './expected-background.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Errors of the sensitivity that two runs cannot share: those of their own counts and of their own simulation. */
const OWN: ReadonlySet<string> = new Set(['statistical', 'simulation']);

/** The branching ratio that a search limits, in words: two searches with the same words limit the same number. */
export function parameterOf({ search: { signal } }: RunPlan): string {
  const masses = Object.entries(signal.hidden ?? {}).map(
    ([name, { mass, lifetime }]) =>
      `${name} of ${mass} GeV, ${lifetime === 'prompt' ? 'prompt' : `lifetime ${lifetime} m`}`,
  );
  const details = [...masses, ...(signal.models ?? []).map((model) => `amplitude ${model}`)];
  const known = signal.parentFraction === undefined ? '' : ', divided by its known part';
  return `branching ratio of ${signal.decay}${known}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}

/**
 * The counting result of a run. Shared by name: what is external to the run (branching ratios, cited numbers), the
 * systematics that the search names, the identification maps and cited backgrounds; its own: the sizes of its samples and
 * its simulation. Where there is no limit on one branching ratio, the reason.
 */
export function countedResult(plan: RunPlan, run: RunDocument): CountedResult | NothingCounted {
  const { search } = plan;
  if (search.limit === undefined)
    return { reason: `'${search.id}' sets no limit on one branching ratio, so its counts cannot be added to others` };
  const { normalisation } = search;
  const named = (source: string): string =>
    source === 'branching ratio of the normalisation' && 'decay' in normalisation
      ? `branching ratio of ${normalisation.decay}`
      : source;
  const shared = run.errorBudget.filter(({ kind, relative }) => !OWN.has(kind) && relative > 0);
  const effects: Record<string, CountedEffect> = Object.fromEntries(
    shared.map(({ source, relative }) => [named(source), { signal: relative }]),
  );
  const { value, low, high, sources } = run.background;
  const band = (high - low) / 2;
  const cited = sources.filter(({ role, error }) => role === 'input' && error > 0);
  if (value > 0) {
    if (band > 0) effects['identification of backgrounds'] = { background: band / value };
    for (const source of cited) effects[`background ${source.name}`] = { background: source.error / value };
  }
  const whole = errorOfSeen(run.background);
  const apart = quadrature([band, ...cited.map(({ error }) => error)]);
  return {
    parameter: parameterOf(plan),
    perEvent: run.ses.value,
    observed: run.observed,
    background: value,
    backgroundError: value > 0 ? Math.sqrt(Math.max(0, whole * whole - apart * apart)) : whole,
    signalError: quadrature(run.errorBudget.filter(({ kind }) => OWN.has(kind)).map(({ relative }) => relative)),
    effects,
  };
}
