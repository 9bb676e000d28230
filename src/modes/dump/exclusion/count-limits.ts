import { exp } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { DumpCount, DumpSearchDocument } from '../../../search/dump-search.ts';
import type { BackgroundModel } from '../../../statistics/counting/background/background-model.ts';
import { clsOfSeveralChannels, logClsOfSeveralChannels } from '../../../statistics/counting/cls/cls-several.ts';
import { clsOfOneChannel } from '../../../statistics/counting/cls/cls-single.ts';
import { solveCls } from '../../../statistics/counting/cls/solve-cls.ts';
import type { CountingModel } from '../../../statistics/counting/counting-model.ts';

/** The background of a region as one model: the first cited total; upper limits on further sources are not added. */
export function regionBackground(search: DumpSearchDocument, region: string = search.limit.region): BackgroundModel {
  for (const { regions } of Object.values(search.backgrounds)) {
    const count: DumpCount | undefined = regions[region];
    if (count === undefined || 'upperLimit' in count) continue;
    if ('up' in count) return { kind: 'asymmetric', value: count.value, up: count.up, down: count.down };
    return { kind: 'gauss', value: count.value, error: count.error };
  }
  return { kind: 'fixed', value: 0 };
}

const RATIOS = 33;
/** A signal so many times below what no event allows, or above that and all events, needs no limit to be judged. */
export const FAR_FROM_LIMIT = 8;

/** Events seen in one search and what was expected without a signal. */
export interface CountedChannel {
  readonly observed: number;
  readonly background: BackgroundModel;
}

/**
 * Upper limits by CLs on the summed expected signal of some channels with given counts, as a function of how the signal
 * is shared between the first two (share of the first, 0 to 1), with a relative uncertainty common to all. Tabulated where
 * asked for, and interpolated. With events seen, InvalidInput for a third channel.
 */
export class CountLimits {
  readonly level: number;
  /** Limits by share, NaN where none was asked for yet; one entry where only the sum matters. */
  private readonly table: Float64Array;
  private readonly channels: readonly CountedChannel[];
  private readonly relativeError: number;
  private readonly solve: (share: number) => number;
  private readonly seen: number;
  private withoutEvents: number | undefined;

  constructor(channels: readonly CountedChannel[], relativeError: number, level: number) {
    this.level = level;
    this.channels = channels;
    this.relativeError = relativeError;
    this.seen = channels.reduce((sum, { observed }) => sum + observed, 0);
    const efficiency = { kind: 'gauss', relativeError } as const;
    if (channels.length === 1 || channels.every(({ observed }) => observed === 0)) {
      // With no event seen anywhere only the sum matters.
      const [{ observed, background }] = channels;
      const model: CountingModel = { channels: [{ background }], efficiency };
      this.table = new Float64Array(1).fill(Number.NaN);
      this.solve = () => solveCls(clsOfOneChannel(model)(observed), level, 1 + Math.sqrt(observed));
      return;
    }
    if (channels.length > 2)
      throw new InvalidInput(
        'searches',
        'events were seen, and then no more than two searches of an experiment combine',
      );
    this.table = new Float64Array(RATIOS).fill(Number.NaN);
    this.solve = (share) => {
      const model: CountingModel = {
        channels: channels.map(({ background }, k) => ({
          background,
          signal: k === 0 ? share : 1 - share,
        })),
        efficiency,
      };
      return clsOfSeveralChannels(model, level)(channels.map(({ observed }) => observed)).upper;
    };
  }

  /** CLs of a summed signal, `share` of it in the first channel. */
  cls(total: number, share: number): number {
    const { channels, relativeError } = this;
    const efficiency = { kind: 'gauss', relativeError } as const;
    const [{ observed, background }] = channels;
    if (this.table.length === 1)
      return exp(clsOfOneChannel({ channels: [{ background }], efficiency })(observed)(total));
    const first = Math.min(1 - 1e-3, Math.max(1e-3, share));
    const model: CountingModel = {
      channels: channels.map((channel, k) => ({
        background: channel.background,
        signal: k === 0 ? first : 1 - first,
      })),
      efficiency,
    };
    return exp(logClsOfSeveralChannels(model)(channels.map((channel) => channel.observed))(total));
  }

  /**
   * Largest summed signal that is not excluded, `share` of it in the first channel. Where a signal of size `total` is far
   * from any limit, some number on the same side of it is enough: that of no event.
   */
  at(share: number, total = Number.NaN): number {
    const { table } = this;
    if (table.length === 1) return this.entry(0);
    if (total < this.least / FAR_FROM_LIMIT || total > FAR_FROM_LIMIT * (this.least + this.seen)) return this.least;
    const u = Math.min(Math.max(share, 0), 1) * (table.length - 1);
    const i = Math.min(Math.floor(u), table.length - 2);
    const low = this.entry(i);
    return low + (u - i) * (this.entry(i + 1) - low);
  }

  /** What would be allowed with no event seen: more events allow more. */
  private get least(): number {
    const { channels, relativeError, level } = this;
    this.withoutEvents ??= countLimits(
      channels.map(({ background }) => ({ observed: 0, background })),
      relativeError,
      level,
    ).at(1);
    return this.withoutEvents;
  }

  /** Entry i of the table, worked out when it is first asked for: the shares of a contour are few. */
  private entry(i: number): number {
    const { table } = this;
    const found = table[i];
    if (!Number.isNaN(found)) return found;
    table[i] = this.solve(Math.min(1 - 1e-3, Math.max(1e-3, i / (table.length - 1))));
    return table[i];
  }
}

const MOST_KNOWN = 256;
const tabulated = new Map<string, CountLimits>();

/** The limits of these counts, tabulated once in a process: contours ask for the same ones again and again. */
export function countLimits(channels: readonly CountedChannel[], relativeError: number, level: number): CountLimits {
  const key = JSON.stringify([channels, relativeError, level]);
  const found = tabulated.get(key) ?? new CountLimits(channels, relativeError, level);
  if (!tabulated.has(key) && tabulated.size >= MOST_KNOWN) tabulated.clear();
  tabulated.set(key, found);
  return found;
}

/** Signal that a search alone allows for a count in its signal region; each count is solved once. */
export function allowedSignal(search: DumpSearchDocument, relativeError: number): (observed: number) => number {
  const known = new Map<number, number>();
  const background = regionBackground(search);
  return (observed) => {
    const found =
      known.get(observed) ?? countLimits([{ observed, background }], relativeError, search.limit.level).at(1);
    known.set(observed, found);
    return found;
  };
}
