import type { CountingModel } from '../counting-model.ts';
import { logCountCdf } from '../counts/count-probability.ts';

/** ln CLs(s) = ln P(N ≤ n | s + b) − ln P(N ≤ n | b) of a model of one channel, for every n asked for. */
export function clsOfOneChannel(model: CountingModel): (n: number) => (s: number) => number {
  const [channel] = model.channels;
  const signal = channel.signal ?? 1;
  return (n) => {
    const cdf = logCountCdf(n, channel.background, [channel.efficiency, model.efficiency]);
    const withoutSignal = cdf(0);
    return (s) => cdf(signal * s) - withoutSignal;
  };
}
