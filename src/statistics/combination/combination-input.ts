import { log1p } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { BackgroundKind, BackgroundModel } from '../counting/background/background-model.ts';
import { backgroundOf, type UpDown } from '../counting/counting-input.ts';
import { type CountingChannel, checkCountingModel } from '../counting/counting-model.ts';

/** What one standard deviation of a shared nuisance does to a channel, as relative changes; negative: the other way. */
export interface NuisanceEffect {
  readonly signal?: number;
  readonly background?: number;
}

/** One channel, run or experiment in a combination. */
export interface CombinedChannel {
  readonly name: string;
  /** Events seen; null while blind, in all channels or in none. */
  readonly observed: number | null;
  readonly background: number;
  /** Error of the background that no other channel shares. */
  readonly backgroundError?: number | UpDown;
  readonly backgroundModel?: BackgroundKind;
  /** Single-event sensitivity: the value of the common parameter at which one signal event is expected. */
  readonly ses: number;
  /** Relative error of the SES that no other channel shares. */
  readonly sesError?: number;
  /** Effects of nuisances by name; channels that give the same name move together. Factors are (1 + effect)^z. */
  readonly nuisances?: Readonly<Record<string, NuisanceEffect>>;
}

/** A combination with its input checked: the channels in units of one common signal event, and what they share. */
export interface CheckedCombination {
  readonly names: readonly string[];
  readonly channels: readonly CountingChannel[];
  /** null while blind. */
  readonly counts: readonly number[] | null;
  /** Value of the common parameter per signal event in all channels together: 1/Σ(1/SES). */
  readonly ses: number;
  readonly nuisances: readonly string[];
  /** ln(1 + effect) of each nuisance on each channel: signal[nuisance][channel]. */
  readonly signal: readonly Float64Array[];
  readonly background: readonly Float64Array[];
}

/** Checks the channels of a combination. Throws InvalidInput naming the channel. */
export function checkCombination(input: readonly CombinedChannel[]): CheckedCombination {
  if (!Array.isArray(input) || input.length === 0) throw new InvalidInput('channels', 'found none, needs at least one');
  const names = input.map((channel) => channel.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InvalidInput('channels', `'${twice}' is there twice`);
  let perUnit = 0;
  for (const { name, ses } of input) {
    if (!(ses > 0) || !Number.isFinite(ses)) throw new InvalidInput(`channels.${name}.ses`, `${ses} is not > 0`);
    perUnit += 1 / ses;
  }
  const nuisances = [...new Set(input.flatMap((channel) => Object.keys(channel.nuisances ?? {})))];
  const width = (part: keyof NuisanceEffect) => (nuisance: string) =>
    Float64Array.from(input, (channel) => {
      const effect = channel.nuisances?.[nuisance]?.[part] ?? 0;
      if (!Number.isFinite(effect) || Math.abs(effect) > 10) {
        throw new InvalidInput(`channels.${channel.name}.nuisances.${nuisance}.${part}`, `${effect} is not an effect`);
      }
      return effect < 0 ? -log1p(-effect) : log1p(effect);
    });
  const channels = input.map((channel): CountingChannel => {
    const background: BackgroundModel = backgroundOf(channel, `channels.${channel.name}.`);
    const { sesError = 0 } = channel;
    return {
      name: channel.name,
      background,
      signal: 1 / channel.ses / perUnit,
      ...(sesError === 0 ? {} : { efficiency: { kind: 'gauss', relativeError: sesError } }),
    };
  });
  checkCountingModel({ channels });
  const closed = input.filter((channel) => channel.observed === null).length;
  if (closed > 0 && closed < input.length) {
    throw new InvalidInput('channels', `${closed} of ${input.length} are blind, needs all or none`);
  }
  const counts = closed > 0 ? null : input.map((channel) => wholeCount(channel));
  return {
    names,
    channels,
    counts,
    ses: 1 / perUnit,
    nuisances,
    signal: nuisances.map(width('signal')),
    background: nuisances.map(width('background')),
  };
}

function wholeCount({ name, observed }: CombinedChannel): number {
  if (observed === null || !Number.isSafeInteger(observed) || observed < 0) {
    throw new InvalidInput(`channels.${name}.observed`, `${observed} is not a whole number of events ≥ 0`);
  }
  return observed;
}
