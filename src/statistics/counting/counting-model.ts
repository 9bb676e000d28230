import { InvalidInput, unknownName } from '../../schema/index.ts';
import { type BackgroundModel, checkBackground, requireNonNegative } from './background/background-model.ts';

/**
 * Uncertainty of a signal efficiency (equally of a single-event sensitivity), as a factor around 1: `gauss` of width
 * `relativeError`, cut off at zero and renormalised, or `lognormal` of median 1 and logarithmic width
 * ln(1 + relativeError).
 */
export interface EfficiencyModel {
  readonly kind: 'gauss' | 'lognormal';
  readonly relativeError: number;
}

/** One counting experiment: what is expected of it. The counts seen are never part of it. */
export interface CountingChannel {
  readonly name?: string;
  readonly background: BackgroundModel;
  /** Signal events expected in this channel per unit of the parameter s that limits are set on; 1 if left out. */
  readonly signal?: number;
  /** This channel's own efficiency uncertainty, independent of all others. */
  readonly efficiency?: EfficiencyModel;
  /** Channels that give the same name move their backgrounds together, by the same number of standard deviations. */
  readonly sharedNuisance?: string;
}

/** One or several counting experiments with a common signal s ≥ 0, and an efficiency uncertainty common to all. */
export interface CountingModel {
  readonly channels: readonly CountingChannel[];
  readonly efficiency?: EfficiencyModel;
}

function checkEfficiency(model: EfficiencyModel | undefined, where: string): void {
  if (model === undefined) return;
  if (model.kind !== 'gauss' && model.kind !== 'lognormal')
    throw unknownName(`${where}.kind`, 'efficiency model', model.kind, ['gauss', 'lognormal']);
  requireNonNegative(model.relativeError, `${where}.relativeError`);
}

/** Events seen, one whole number per channel, in the order of the channels. */
export type Counts = readonly number[];

/** Throws InvalidInput, naming the place, unless the model can be given to the limit methods. */
export function checkCountingModel(model: CountingModel): void {
  if (model.channels.length === 0) throw new InvalidInput('channels', 'found none, needs at least one.');
  let anySignal = false;
  for (const [i, channel] of model.channels.entries()) {
    const where = model.channels.length === 1 ? '' : `channels[${i}].`;
    checkBackground(channel.background, `${where}background`);
    requireNonNegative(channel.signal ?? 1, `${where}signal`);
    if ((channel.signal ?? 1) > 0) anySignal = true;
    checkEfficiency(channel.efficiency, `${where}efficiency`);
  }
  if (!anySignal) throw new InvalidInput('channels', 'no channel expects any signal, so there is nothing to limit.');
  checkEfficiency(model.efficiency, 'efficiency');
}

/** Throws InvalidInput unless there is one whole number of events, zero or more, per channel. */
export function checkCounts(counts: Counts, channels: number): void {
  if (counts.length !== channels)
    throw new InvalidInput('observed', `found ${counts.length} counts for ${channels} channels.`);
  for (const [i, n] of counts.entries()) {
    const where = channels === 1 ? 'observed' : `channels[${i}].observed`;
    requireNonNegative(n, where);
    if (!Number.isSafeInteger(n)) throw new InvalidInput(where, `found ${n}, needs a whole number of events.`);
  }
}

/** Throws InvalidInput unless 0 < level < 1. */
export function checkLevel(level: number): void {
  if (!(typeof level === 'number' && level > 0 && level < 1)) {
    const hint = level > 1 && level < 100 ? ` Did you mean ${level / 100}?` : '';
    throw new InvalidInput(
      'level',
      `found ${String(level)}, a confidence level is between 0 and 1, both excluded.${hint}`,
    );
  }
}

/** True when the efficiency model leaves an uncertainty. */
export function isUncertain(efficiency: EfficiencyModel | undefined): efficiency is EfficiencyModel {
  return efficiency !== undefined && efficiency.relativeError > 0;
}

/** Signal events expected in all channels together for s = 1. */
export function totalSignal(model: CountingModel): number {
  let sum = 0;
  for (const { signal } of model.channels) sum += signal ?? 1;
  return sum;
}
