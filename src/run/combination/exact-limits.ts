import type { CombinedChannel, NuisanceEffect } from '../../statistics/combination/combination-input.ts';
import { type CombinedLimit, combineCounting } from '../../statistics/combination/combine-counting.ts';
import type { CombinationLimit, LimitsTogether } from './combination.ts';
import type { Contribution, CountedPart, ScaledContribution } from './contribution.ts';

/**
 * Limits by exact sums over counts, on the parameter itself; null where one of the results is more than counts. What only
 * one channel knows is folded into its own errors, in quadrature.
 */
export function exactLimits(all: readonly ScaledContribution[], level: number, blind: boolean): LimitsTogether | null {
  const parts: (readonly CountedPart[])[] = [];
  for (const { contribution, unit } of all) {
    if (contribution.counts === null) return null;
    parts.push(contribution.counts.map((part) => inUnits(part, unit ?? 1, contribution)));
  }
  const together = combineCounting({ channels: channelsOf(parts.flat(), blind), level });
  return {
    method: together.method,
    because: together.because,
    together: limitOf(together),
    alone: parts.map((counts, i) => {
      const closed = all[i].contribution.blind;
      return limitOf(combineCounting({ channels: channelsOf(counts, closed), level }));
    }),
    notes: [
      ...together.notes,
      ...(channelsOf(parts.flat(), blind).some(({ nuisances }) => Object.keys(nuisances ?? {}).length > 0)
        ? ['What inputs share is log-normal, what belongs to one of them Gaussian, as in its own limit.']
        : []),
    ],
    reason: null,
  };
}

const limitOf = ({ branchingRatio }: CombinedLimit): CombinationLimit => ({
  observed: branchingRatio.observed,
  expected: [...branchingRatio.expected],
});

/** A count whose sensitivity is the value of the parameter at one event, named after its result. */
const inUnits = ({ channel, errorName }: CountedPart, unit: number, { name, counts }: Contribution): CountedPart => ({
  channel: {
    ...channel,
    name: (counts ?? []).length > 1 ? `${name}: ${channel.name}` : name,
    ses: channel.ses * unit,
  },
  errorName,
});

/** Channels with the uncertainties that several of them share, by name, and all others as their own. */
function channelsOf(parts: readonly CountedPart[], blind: boolean): CombinedChannel[] {
  const uses = new Map<string, number>();
  for (const { channel, errorName } of parts)
    for (const name of new Set([...Object.keys(channel.nuisances ?? {}), ...(errorName === null ? [] : [errorName])]))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  const isShared = (name: string): boolean => (uses.get(name) ?? 0) > 1;
  return parts.map(({ channel, errorName }) => {
    const { background, backgroundError = 0, backgroundModel, sesError = 0, nuisances = {}, ...rest } = channel;
    const shared: Record<string, NuisanceEffect> = {};
    let signal = sesError * sesError;
    let own = typeof backgroundError === 'number' ? backgroundError : Math.max(...backgroundError);
    if (errorName !== null && isShared(errorName) && background > 0) {
      shared[errorName] = { background: own / background };
      own = 0;
    }
    let variance = own * own;
    for (const [name, effect] of Object.entries(nuisances)) {
      if (isShared(name)) {
        shared[name] = { ...shared[name], ...effect };
        continue;
      }
      signal += (effect.signal ?? 0) * (effect.signal ?? 0);
      variance += (effect.background ?? 0) * (effect.background ?? 0) * background * background;
    }
    const error = Math.sqrt(variance);
    return {
      ...rest,
      observed: blind ? null : channel.observed,
      background,
      ...(error > 0 ? { backgroundError: error, backgroundModel: backgroundModel ?? 'gauss' } : {}),
      sesError: Math.sqrt(signal),
      nuisances: shared,
    };
  });
}
