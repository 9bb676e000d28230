import { InvalidInput, unknownName } from '../../schema/index.ts';
import {
  type AsymmetricForm,
  type BackgroundKind,
  type BackgroundModel,
  backgroundModel,
  requireNonNegative,
} from './background/background-model.ts';
import {
  type CountingChannel,
  type CountingModel,
  type Counts,
  checkCountingModel,
  checkCounts,
  type EfficiencyModel,
} from './counting-model.ts';

/** Where a confidence level or a limit differs from the plain one: [up, down], both as positive sizes. */
export type UpDown = readonly [up: number, down: number];

/** A background as a user states it. */
export interface BackgroundInput {
  /** Expected background events, ≥ 0. */
  readonly background: number;
  /** Its standard deviation, or [up, down]. Left out: known exactly. */
  readonly backgroundError?: number | UpDown;
  /** Left out: 'gauss' for one error, 'asymmetric' for two, 'fixed' for none. */
  readonly backgroundModel?: BackgroundKind;
  /** How an asymmetric error becomes a distribution; left out 'shifted-lognormal'. */
  readonly asymmetricForm?: AsymmetricForm;
  /** What a log-normal's `background` is; left out 'median'. */
  readonly lognormalStated?: 'median' | 'mean';
}

/** One of several channels of a limit. */
export interface ChannelInput extends BackgroundInput {
  readonly name?: string;
  /** Events seen; null while blind, in all channels or in none. */
  readonly observed: number | null;
  /** Signal events of this channel per unit of the signal s; left out 1. Not together with `ses`. */
  readonly signal?: number;
  /** Single-event sensitivity of this channel alone: the branching fraction at which it expects one signal event. */
  readonly ses?: number;
  /** Relative error of this channel's efficiency (or SES), independent of the other channels. */
  readonly sesError?: number;
  /** Channels with the same name move their backgrounds together. */
  readonly sharedNuisance?: string;
}

/** What a counting limit is asked from: one channel directly, or `channels`. */
export interface CountingInput extends Partial<BackgroundInput> {
  /** Events seen; null while blind. */
  readonly observed?: number | null;
  /** Single-event sensitivity: branching fraction = signal events × ses. */
  readonly ses?: number;
  /** Relative error of the SES (of the signal efficiency), common to all channels. */
  readonly sesError?: number;
  /** Distribution of the efficiency factor; left out 'gauss', cut off at zero. */
  readonly efficiencyModel?: 'gauss' | 'lognormal';
  readonly channels?: readonly ChannelInput[];
}

export interface CheckedInput {
  readonly model: CountingModel;
  /** Null while blind. */
  readonly counts: Counts | null;
  /** Branching fraction per signal event, or null when none was given. */
  readonly ses: number | null;
}

/** The background model of an input; `where` names its place in messages, ending in a dot when not empty. */
export function backgroundOf(input: BackgroundInput, where = ''): BackgroundModel {
  const { background, backgroundError, backgroundModel: kind, asymmetricForm, lognormalStated } = input;
  requireNonNegative(background, `${where}background`);
  let error: number | { up: number; down: number } | undefined;
  if (typeof backgroundError === 'number' || backgroundError === undefined) error = backgroundError;
  else if (Array.isArray(backgroundError) && backgroundError.length === 2) {
    error = { up: backgroundError[0], down: backgroundError[1] };
  } else {
    throw new InvalidInput(
      `${where}backgroundError`,
      `found ${String(backgroundError)}, needs a number or [up, down].`,
    );
  }
  if (typeof error === 'number') requireNonNegative(error, `${where}backgroundError`);
  const model = backgroundModel(background, error, kind, asymmetricForm);
  if (lognormalStated === undefined) return model;
  if (lognormalStated !== 'median' && lognormalStated !== 'mean')
    throw unknownName(`${where}lognormalStated`, 'reading', String(lognormalStated), ['median', 'mean']);
  if (model.kind !== 'lognormal')
    throw new InvalidInput(`${where}lognormalStated`, `the background model is '${model.kind}', not 'lognormal'.`);
  return { ...model, stated: lognormalStated };
}

function efficiencyOf(
  error: number | undefined,
  kind: 'gauss' | 'lognormal' | undefined,
  where: string,
): EfficiencyModel | undefined {
  if (kind !== undefined && kind !== 'gauss' && kind !== 'lognormal')
    throw unknownName('efficiencyModel', 'efficiency model', String(kind), ['gauss', 'lognormal']);
  if (error === undefined) return undefined;
  requireNonNegative(error, `${where}sesError`);
  return { kind: kind ?? 'gauss', relativeError: error };
}

function positive(x: unknown, where: string): asserts x is number {
  if (typeof x !== 'number' || !Number.isFinite(x) || x <= 0)
    throw new InvalidInput(where, `found ${String(x)}, needs a finite number above zero.`);
}

/** Checks an input and turns it into a model, counts and SES. InvalidInput names the place of a problem. */
export function checkedInput(input: CountingInput): CheckedInput {
  const { channels, ses, observed } = input;
  const common = efficiencyOf(input.sesError, input.efficiencyModel, '');
  if (ses !== undefined) positive(ses, 'ses');
  if (channels === undefined) {
    if (input.background === undefined) throw new InvalidInput('background', 'is missing.');
    if (observed === undefined)
      throw new InvalidInput('observed', 'is missing: the events seen, or null while the box is closed.');
    const background = backgroundOf({ ...input, background: input.background });
    const model: CountingModel = {
      channels: [{ background }],
      ...(common === undefined ? {} : { efficiency: common }),
    };
    checkCountingModel(model);
    if (observed !== null) checkCounts([observed], 1);
    return { model, counts: observed === null ? null : [observed], ses: ses ?? null };
  }
  for (const key of ['observed', 'background', 'backgroundError', 'backgroundModel'] as const) {
    if (input[key] !== undefined) throw new InvalidInput(key, `belongs into the channels when there are 'channels'.`);
  }
  if (!Array.isArray(channels) || channels.length === 0)
    throw new InvalidInput('channels', 'found none, needs at least one.');
  return checkedChannels(channels, input.efficiencyModel, common, ses);
}

function checkedChannels(
  channels: readonly ChannelInput[],
  kind: 'gauss' | 'lognormal' | undefined,
  common: EfficiencyModel | undefined,
  ses: number | undefined,
): CheckedInput {
  const withSes = channels.filter((channel) => channel.ses !== undefined).length;
  if (withSes > 0 && withSes < channels.length)
    throw new InvalidInput('channels', `${withSes} of ${channels.length} have a 'ses', needs all or none.`);
  if (withSes > 0 && ses !== undefined)
    throw new InvalidInput('ses', `given for the whole and for each channel; one of the two is too many.`);
  let perUnit = 0;
  for (const [i, channel] of channels.entries()) {
    if (channel.ses === undefined) continue;
    positive(channel.ses, `channels[${i}].ses`);
    if (channel.signal !== undefined)
      throw new InvalidInput(`channels[${i}].signal`, `given together with 'ses'; one of the two is too many.`);
    perUnit += 1 / channel.ses;
  }
  const total = withSes > 0 ? 1 / perUnit : ses;
  const made = channels.map((channel, i): CountingChannel => {
    const where = `channels[${i}].`;
    const efficiency = efficiencyOf(channel.sesError, kind, where);
    const signal = channel.ses === undefined ? channel.signal : total! / channel.ses;
    return {
      background: backgroundOf(channel, where),
      ...(channel.name === undefined ? {} : { name: channel.name }),
      ...(signal === undefined ? {} : { signal }),
      ...(efficiency === undefined ? {} : { efficiency }),
      ...(channel.sharedNuisance === undefined ? {} : { sharedNuisance: channel.sharedNuisance }),
    };
  });
  const model: CountingModel = { channels: made, ...(common === undefined ? {} : { efficiency: common }) };
  checkCountingModel(model);
  const closed = channels.filter((channel) => channel.observed === null).length;
  if (closed > 0 && closed < channels.length)
    throw new InvalidInput('channels', `${closed} of ${channels.length} are blind, needs all or none.`);
  if (closed > 0) return { model, counts: null, ses: total ?? null };
  const counts = channels.map((channel) => channel.observed as number);
  checkCounts(counts, channels.length);
  return { model, counts, ses: total ?? null };
}
