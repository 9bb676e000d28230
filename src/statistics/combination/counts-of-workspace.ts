import { log } from '../../math/elementary.ts';
import type { ModifierDocument, SampleDocument, WorkspaceDocument } from '../histfactory/index.ts';
import type { CombinedChannel, NuisanceEffect } from './combination-input.ts';

/** Factors up and down that are each other's inverse within this are one relative change. */
const SYMMETRIC = 0.02;

/** A counting experiment read from a workspace; `errorName`: the modifier that its background error came from. */
export interface CountOfWorkspace {
  readonly channel: CombinedChannel;
  readonly errorName: string | null;
}

interface Read {
  readonly effects: Readonly<Record<string, number>>;
  readonly error: Pick<CombinedChannel, 'backgroundError' | 'backgroundModel'>;
  readonly errorName: string | null;
}

/**
 * The counting experiments in a workspace, one per channel, or null where it is more than that: channels of several bins,
 * more than one background, free normalisations, parameters that are set otherwise than by default, or errors that no
 * counting limit knows. `ses` is in units of the parameter of interest; errors stand under the names of their modifiers.
 */
export function countsOfWorkspace(
  { channels, observations, measurements }: WorkspaceDocument,
  poi: string,
): CountOfWorkspace[] | null {
  const set = measurements[0].config.parameters.filter(({ name }) => name !== poi);
  if (set.some(({ auxdata, sigmas, factors, fixed }) => auxdata ?? sigmas ?? factors ?? fixed)) return null;
  const uses = channels.flatMap(({ samples }) => samples.flatMap(({ modifiers }) => modifiers.map(({ name }) => name)));
  const once = (name: string): boolean => uses.filter((other) => other === name).length === 1;
  const found: CountOfWorkspace[] = [];
  for (const { name, samples } of channels) {
    const seen = observations.find((entry) => entry.name === name)?.data ?? [];
    const isSignal = ({ modifiers }: SampleDocument) => modifiers.some((modifier) => modifier.name === poi);
    const [signal, ...signals] = samples.filter(isSignal);
    const [background, ...backgrounds] = samples.filter((sample) => !isSignal(sample));
    if (seen.length !== 1 || !Number.isSafeInteger(seen[0]) || signals.length > 0 || backgrounds.length > 0)
      return null;
    if (signal === undefined || !(signal.data[0] > 0)) return null;
    const scaling = signal.modifiers.filter((modifier) => modifier.name === poi);
    if (scaling.length !== 1 || scaling[0].type !== 'normfactor') return null;
    const ofSignal = readModifiers(
      signal.modifiers.filter((modifier) => modifier.name !== poi),
      null,
      once,
    );
    const ofBackground =
      background === undefined ? nothing : readModifiers(background.modifiers, background.data[0], once);
    if (ofSignal === null || ofBackground === null) return null;
    const { effects, error, errorName } = ofBackground;
    const nuisances: Record<string, NuisanceEffect> = {};
    for (const [key, value] of Object.entries(ofSignal.effects)) nuisances[key] = { signal: value };
    for (const [key, value] of Object.entries(effects)) nuisances[key] = { ...nuisances[key], background: value };
    const ses = 1 / signal.data[0];
    const counted = { name, observed: seen[0], background: background?.data[0] ?? 0, ...error, ses, nuisances };
    found.push({ channel: counted, errorName });
  }
  return found;
}

const nothing: Read = { effects: {}, error: {}, errorName: null };

/** Modifiers of one sample as relative changes and, with a `background`, an error of its own; null for any other. */
function readModifiers(
  modifiers: readonly ModifierDocument[],
  background: number | null,
  once: (name: string) => boolean,
): Read | null {
  const effects: Record<string, number> = {};
  let error: Read['error'] = {};
  let errorName: Read['errorName'] = null;
  for (const modifier of modifiers) {
    if (modifier.type === 'normsys') {
      const { hi, lo } = modifier.data;
      if (!(hi > 0 && lo > 0) || Math.abs(log(hi * lo)) > SYMMETRIC * Math.abs(log(hi))) return null;
      // A factor below one is the other way round: (1 + e)^z with the sign of z turned.
      effects[modifier.name] = hi >= 1 ? hi - 1 : 1 - 1 / hi;
      continue;
    }
    if (background === null || error.backgroundError !== undefined) return null;
    if (modifier.type === 'histosys') {
      const up = modifier.data.hi_data[0] - background;
      const down = background - modifier.data.lo_data[0];
      if (!(up > 0) || Math.abs(up - down) > 1e-9 * up || !once(modifier.name)) return null;
      error = { backgroundError: up, backgroundModel: 'gauss' };
    } else if (modifier.type === 'shapesys' && modifier.data[0] > 0 && background > 0) {
      error = { backgroundError: modifier.data[0], backgroundModel: 'gamma' };
    } else return null;
    if (modifier.type === 'histosys') errorName = modifier.name;
  }
  return { effects, error, errorName };
}
