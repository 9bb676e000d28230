import { backgroundPoints } from './averaging.ts';
import { logCountCdf } from './count-probability.ts';
import type { CountingModel } from './counting-model.ts';
import { combineEfficiencies } from './efficiency.ts';

/** ln CLs(s) = ln P(N ≤ n | s + b) − ln P(N ≤ n | b) of a model of one channel, for every n asked for. */
export function clsOfOneChannel(model: CountingModel): (n: number) => (s: number) => number {
  const [channel] = model.channels;
  const background = backgroundPoints(channel.background);
  const efficiency = combineEfficiencies(channel.efficiency, model.efficiency);
  const signal = channel.signal ?? 1;
  return (n) => {
    const cdf = logCountCdf(n, background, efficiency);
    const withoutSignal = cdf(0);
    return (s) => cdf(signal * s) - withoutSignal;
  };
}
