import { InvalidInput, unknownName } from '../../schema/index.ts';
import { type BackgroundModel, checkBackground, requireNonNegative } from './background-model.ts';

/**
 * Uncertainty of a signal efficiency (equally of a single-event sensitivity), as a factor around 1: `gauss` of width
 * `relativeError`, cut off at zero and renormalised, or `lognormal` of median 1 and logarithmic width
 * ln(1 + relativeError).
 */
export interface EfficiencyModel {
  readonly kind: 'gauss' | 'lognormal';
  readonly relativeError: number;
}

/** One counting experiment. */
export interface CountingChannel {
  readonly name?: string;
  /** Events seen: a whole number. */
  readonly observed: number;
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

/** Throws InvalidInput, naming the place, unless the model can be given to every limit method. */
export function checkCountingModel(model: CountingModel): void {
  if (model.channels.length === 0) throw new InvalidInput('channels', 'found none, needs at least one.');
  let anySignal = false;
  for (const [i, channel] of model.channels.entries()) {
    const where = model.channels.length === 1 ? '' : `channels[${i}].`;
    requireNonNegative(channel.observed, `${where}observed`);
    if (!Number.isInteger(channel.observed)) {
      throw new InvalidInput(`${where}observed`, `found ${channel.observed}, needs a whole number of events.`);
    }
    checkBackground(channel.background, `${where}background`);
    requireNonNegative(channel.signal ?? 1, `${where}signal`);
    if ((channel.signal ?? 1) > 0) anySignal = true;
    checkEfficiency(channel.efficiency, `${where}efficiency`);
  }
  if (!anySignal) throw new InvalidInput('channels', 'no channel expects any signal, so there is nothing to limit.');
  checkEfficiency(model.efficiency, 'efficiency');
}

/** Throws InvalidInput unless 0 < cl < 1. */
export function checkConfidenceLevel(cl: number): void {
  if (!(typeof cl === 'number' && cl > 0 && cl < 1)) {
    const hint = cl > 1 && cl < 100 ? ` Did you mean ${cl / 100}?` : '';
    throw new InvalidInput('cl', `found ${String(cl)}, a confidence level is between 0 and 1, both excluded.${hint}`);
  }
}

/** The model with other counts in its channels, in order. */
export function withCounts(model: CountingModel, counts: readonly number[]): CountingModel {
  return { ...model, channels: model.channels.map((channel, i) => ({ ...channel, observed: counts[i] })) };
}

/** True when the efficiency model leaves an uncertainty. */
export function isUncertain(efficiency: EfficiencyModel | undefined): efficiency is EfficiencyModel {
  return efficiency !== undefined && efficiency.relativeError > 0;
}
