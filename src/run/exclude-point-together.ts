import { hiddenModel } from '../interpretation/named-model.ts';
import { exp } from '../math/elementary.ts';
import { medianCount } from '../modes/dump/exclusion/counts-at-mass.ts';
import { checkCouplings, type ModelChoice, type PointExclusion } from '../modes/exclusion.ts';
import { acceptedProduct, scannedAlong } from '../modes/kaon/analyses/mass-scan/scan-field.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import { backgroundModel } from '../statistics/counting/background/background-model.ts';
import { logClsOfSeveralChannels } from '../statistics/counting/cls/cls-several.ts';
import { clsOfOneChannel } from '../statistics/counting/cls/cls-single.ts';
import type { CountingChannel } from '../statistics/counting/counting-model.ts';
import { excludeOnePoint } from './exclude.ts';
import { requireScanned, type ScannedReading, scanForModel, type TogetherOptions } from './exclude-together.ts';
import { type Host, localHost } from './host.ts';

/** What the scan of a kaon search says of a point. */
export interface PointOfScan {
  readonly search: string;
  /** The hypothesis of the scan that is nearest, GeV. */
  readonly hypothesis: number;
  /** Product of branching fractions that the model predicts, times what its lifetime leaves of the acceptance. */
  readonly product: number;
  readonly ctau: number;
  /** Branching fraction of one event in the window. */
  readonly ses: number;
  /** Events: seen, or where that is not public the median of the background; expected without and with the particle. */
  readonly count: number;
  readonly counted: 'observed' | 'published' | 'median of the background';
  readonly background: { readonly value: number; readonly error: number };
  readonly expected: number;
  readonly cls: number;
  readonly excluded: boolean;
  readonly decays: 'model' | 'other';
}

/** One point, by searches of both kinds and by all that count the same particle together. */
export interface PointTogether {
  readonly mass: number;
  readonly coupling: number;
  readonly level: number;
  /** Some search excludes it whose particle decays as the model says, or all of these together. */
  readonly excluded: boolean;
  readonly cls: number;
  readonly scans: readonly PointOfScan[];
  readonly dump: PointExclusion | null;
  /** CLs of all counts of the same particle in one likelihood; null with fewer than two. */
  readonly combined: { readonly searches: readonly string[]; readonly cls: number; readonly excluded: boolean } | null;
  readonly assumptions: readonly string[];
}

interface Channel {
  readonly search: string;
  readonly count: number;
  readonly signal: number;
  readonly channel: CountingChannel;
}

/**
 * Whether a point of mass (GeV) and coupling is excluded by kaon searches, searches behind a dump, and all together.
 * InvalidInput for a mass that no search covers and for a kaon search that says nothing of the model.
 */
export async function excludePointTogether(
  model: string,
  searches: readonly AnySearch[],
  { mass, coupling }: { readonly mass: number; readonly coupling: number },
  options: TogetherOptions = {},
  host: Host = localHost,
): Promise<{ readonly model: string; readonly searches: readonly string[]; readonly point: PointTogether }> {
  const kaons = searches.filter((search) => search.kind === 'kaon');
  const dumps = searches.filter((search) => search.kind === 'dump');
  for (const search of kaons) requireScanned(search, model, mass, mass);
  checkCouplings(hiddenModel(model), { from: coupling, to: coupling });
  const scanned: ScannedReading[] = [];
  for (const search of kaons) scanned.push(await scanForModel(search, model, options, host));
  const channels: Channel[] = [];
  const scans = scanned.map((one) => {
    const { told, channel } = pointOfScan(one, mass, coupling);
    if (told.decays === 'model') channels.push(channel);
    return told;
  });
  const choice: ModelChoice = model;
  const point = { mass, coupling };
  const dump = dumps.length === 0 ? null : (await excludeOnePoint(choice, dumps, point, options, host)).point;
  for (const group of dump?.experiments ?? [])
    for (const [k, search] of group.searches.entries())
      channels.push({
        search,
        count: group.counts[k],
        signal: group.signals[k],
        channel: channelOf(group.background[k], group.backgroundErrors[k], group.signalError),
      });
  const level = scanned[0].result.level;
  const own = [
    ...scans.filter(({ decays }) => decays === 'model').map(({ cls }) => cls),
    ...(dump === null ? [] : [dump.cls]),
  ];
  const least = Math.min(...own, 1);
  const combined = combinedCls(channels, level, least);
  const cls = Math.min(least, combined?.cls ?? 1);
  return {
    model,
    searches: searches.map(({ id }) => id),
    point: {
      mass,
      coupling,
      level,
      excluded: cls < 1 - level,
      cls,
      scans,
      dump,
      combined,
      assumptions: [
        ...scanned.flatMap(({ search, reading }) => reading.assumptions.map((sentence) => `${search.id}: ${sentence}`)),
        ...(dump?.assumptions ?? []),
        ...(combined === null
          ? []
          : ['Together: counts in one likelihood, their uncertainties independent of each other.']),
      ],
    },
  };
}

const channelOf = (background: number, error: number, signalError: number): CountingChannel => ({
  background: error > 0 ? backgroundModel(background, error, 'gauss') : { kind: 'fixed', value: background },
  efficiency: { kind: 'gauss', relativeError: signalError },
});

function pointOfScan(
  { search, reading, result, document }: ScannedReading,
  mass: number,
  coupling: number,
): { readonly told: PointOfScan; readonly channel: Channel } {
  const axis = scannedAlong(reading, result);
  const at = (hypothesis: (typeof result.hypotheses)[number]) => hypothesis.masses[axis];
  const near = result.hypotheses.reduce((best, one) =>
    Math.abs(at(one) - mass) < Math.abs(at(best) - mass) ? one : best,
  );
  const steps = result.hypotheses.map(at).sort((a, b) => a - b);
  const widest = steps.reduce((most, value, i) => (i === 0 ? most : Math.max(most, value - steps[i - 1])), 0);
  if (Math.abs(at(near) - mass) > widest || near.ses === null)
    throw new InvalidInput(
      'mass',
      `${search.id} has masses from ${steps[0]} to ${steps[steps.length - 1]} GeV, found ${mass}`,
    );
  const product = acceptedProduct(reading, result, mass, coupling) ?? 0;
  const predicted = reading.predict(mass, coupling);
  const published = near.atPublishedCount !== null ? 0 : null;
  const seen = near.events ?? published;
  const count = seen ?? medianCount(near.background.value);
  const signal = product / near.ses;
  const channel = channelOf(near.background.value, near.background.error, document.ses.error / document.ses.value);
  const cls = signal > 0 ? exp(clsOfOneChannel({ channels: [channel] })(count)(signal)) : 1;
  return {
    channel: { search: search.id, count, signal, channel },
    told: {
      search: search.id,
      hypothesis: at(near),
      product,
      ctau: predicted?.ctau ?? 0,
      ses: near.ses,
      count,
      counted: near.events !== null ? 'observed' : published !== null ? 'published' : 'median of the background',
      background: near.background,
      expected: signal,
      cls,
      excluded: cls < 1 - result.level,
      decays: reading.decaysAsModel ? 'model' : 'other',
    },
  };
}

/** Below this CLs of one search the others have nothing to add. */
const BEYOND_DOUBT = 1e-6;

/** CLs of all counts in one likelihood, for the signal that the point expects in each; `least`: the smallest of one search. */
function combinedCls(channels: readonly Channel[], level: number, least: number): PointTogether['combined'] {
  const total = channels.reduce((sum, { signal }) => sum + signal, 0);
  const seeing = channels.filter(({ signal }) => signal > 1e-9 * total && signal > 0);
  if (seeing.length < 2) return null;
  if (least < BEYOND_DOUBT) return { searches: seeing.map(({ search }) => search), cls: least, excluded: true };
  const model = { channels: seeing.map(({ channel, signal }) => ({ ...channel, signal: signal / total })) };
  const cls = exp(logClsOfSeveralChannels(model)(seeing.map(({ count }) => count))(total));
  return { searches: seeing.map(({ search }) => search), cls, excluded: cls < 1 - level };
}
