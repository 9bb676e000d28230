import { log, log1p } from '../../math/elementary.ts';
import { rootAbove } from '../../math/roots.ts';
import { InvalidInput } from '../../schema/index.ts';
import { backgroundPoints } from './averaging.ts';
import { logCountCdf } from './count-probability.ts';
import type { CountingChannel, EfficiencyModel } from './counting-model.ts';
import { combineEfficiencies } from './efficiency.ts';

/** ln CLs(x) = ln P(N ≤ n | x + b) − ln P(N ≤ n | b) of one channel as a function of its expected signal x. */
export function logClsOfChannel(channel: CountingChannel, common?: EfficiencyModel): (x: number) => number {
  const cdf = logCountCdf(
    channel.observed,
    backgroundPoints(channel.background),
    combineEfficiencies(channel.efficiency, common),
  );
  const withoutSignal = cdf(0);
  return (x) => cdf(x) - withoutSignal;
}

/** The s > 0 where ln CLs, decreasing from 0, has come down to ln(1 − cl). InvalidInput, with the reason, if nowhere. */
export function solveCls(logCls: (s: number) => number, cl: number, step: number): number {
  const target = cl > 0.5 ? log(1 - cl) : log1p(-cl);
  const found = rootAbove((s) => logCls(s) - target, { step, limit: 1e15 });
  if (!found.found) {
    throw new InvalidInput(
      'efficiency',
      `no finite upper limit at this confidence level: ${found.reason}. The efficiency may be compatible with zero.`,
    );
  }
  return found.root;
}
