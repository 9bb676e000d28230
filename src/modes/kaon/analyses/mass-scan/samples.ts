import { withoutCuts } from '../../../../search/asking/without-cuts.ts';
import type { DecaySample, HiddenParticle } from '../../../../search/decay-sample.ts';
import type { Axis, Box, SearchDocument } from '../../../../search/kaon-search.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import type { Cut } from '../../../../stages/selection/selection.ts';
import { BLOCK_EVENTS, type SamplePlan } from '../../run-plan.ts';
import { type MassPoint, pointName, simulatedPoints } from './grid.ts';

/** Pairs at rest in their parent cannot be generated: such a mass is simulated lower by this fraction. */
const AT_THRESHOLD = 1e-4;

/** Condition of a hypothesis sample: the candidate lies where the hypothesis is counted. */
export const WINDOW = 'window';

/** Condition of a sample without some cuts: the candidate passes them. */
export const KEPT = 'kept';

/** Name of the spectrum in which the resolution of mass `axis` is read. */
export const massSpectrum = (axis: number): string => `mass ${axis + 1}`;

/** Names of the samples of a scan; unique in a search. */
export const sampleName = (section: MassScan, point: MassPoint): string =>
  `hypothesis: ${pointName(section, point.masses)}`;
export const withoutName = (section: MassScan, point: MassPoint): string => `${sampleName(section, point)}, loose`;
export const lifetimeSampleName = (particle: string, mass: number, lifetime: number): string =>
  `hypothesis: ${particle} = ${Number((mass * 1e3).toPrecision(8))} MeV, cτ = ${Number(lifetime.toPrecision(8))} m`;

/** The decay whose hidden particles are scanned. */
export const scannedDecay = ({ sample }: MassScan, search: SearchDocument): DecaySample => sample ?? search.signal;

const within = ({ observable, of }: Axis, from: number, to: number): Cut =>
  ({ observable, ...(of === undefined ? {} : { of }), between: [from, to] }) as unknown as Cut;

/** The conditions under which a candidate counts for a hypothesis, one list for each box. */
function conditionsOf(section: MassScan, search: SearchDocument, masses: readonly number[]): Record<string, Cut[]> {
  const { window: width } = section;
  const axes: readonly Axis[] = search.discriminant;
  if (width === 'signal region') {
    const regions: Readonly<Record<string, Box>> = search.regions;
    const names = typeof search.signalRegion === 'string' ? [search.signalRegion] : search.signalRegion;
    return Object.fromEntries(
      (names as readonly string[]).map((name, i) => [
        `${WINDOW} ${i + 1}`,
        regions[name].map(([from, to], axis) => within(axes[axis], from, to)),
      ]),
    );
  }
  if ('sigmas' in width) return {};
  return {
    [`${WINDOW} 1`]: masses.map((mass, axis) => within(axes[axis], mass - width.energy, mass + width.energy)),
  };
}

function sampleAt(
  section: MassScan,
  search: SearchDocument,
  name: string,
  hidden: Readonly<Record<string, HiddenParticle>>,
  masses: readonly number[],
  events: number,
): SamplePlan {
  const { halfRange, bins } = section.resolution;
  const axes: readonly Axis[] = search.discriminant;
  const { decay, models } = scannedDecay(section, search);
  return {
    name,
    role: 'hypothesis',
    key: name.replace(/^hypothesis: /, ''),
    events,
    blocks: Math.ceil(events / BLOCK_EVENTS),
    decay,
    hidden,
    ...(models === undefined ? {} : { models }),
    triggers: search.triggers,
    selection: search.selection,
    discriminant: [],
    regions: {},
    conditions: conditionsOf(section, search, masses),
    spectra:
      section.window === 'signal region'
        ? {}
        : Object.fromEntries(
            masses.map((mass, axis) => {
              const { observable, of } = axes[axis];
              const range = { from: mass - halfRange, to: mass + halfRange, bins };
              return [massSpectrum(axis), [{ observable, ...(of === undefined ? {} : { of }), ...range } as Axis]];
            }),
          ),
  };
}

/** The samples of a scan: the signal at every simulated mass, and at the masses and lifetimes of `lifetimes`. */
export function scanSamples(section: MassScan, search: SearchDocument, events: number): SamplePlan[] {
  const hidden = scannedDecay(section, search).hidden ?? {};
  const names = Object.keys(section.masses);
  const withMasses = (masses: readonly number[]): Record<string, HiddenParticle> => ({
    ...hidden,
    ...Object.fromEntries(names.map((name, axis) => [name, { ...hidden[name], mass: masses[axis] } as HiddenParticle])),
  });
  const atMost = section.secondAtMost ?? Number.POSITIVE_INFINITY;
  const movable = ([first, ...rest]: readonly number[]): number[] => [
    first,
    ...rest.map((second) => Math.min(second, first * atMost * (1 - AT_THRESHOLD))),
  ];
  const size = (factor: number): number => Math.max(1, Math.round(events * factor));
  const hypotheses = simulatedPoints(section).map((point) =>
    sampleAt(
      section,
      search,
      sampleName(section, point),
      withMasses(movable(point.masses)),
      point.masses,
      size(section.simulated.eventsFactor),
    ),
  );
  const { without } = section;
  // The cost is that of the cuts alone: events are not excluded whole.
  const bare =
    without === undefined
      ? []
      : simulatedPoints(section)
          .map((point) =>
            sampleAt(
              section,
              { ...search, selection: withoutCuts(search.selection, without.cuts, 'without.cuts') },
              withoutName(section, point),
              withMasses(movable(point.masses)),
              point.masses,
              size(without.eventsFactor),
            ),
          )
          .map((sample) => ({
            ...sample,
            spectra: {},
            conditions: { [KEPT]: without.cuts.map((name) => search.selection.cuts[name]) },
          }));
  const { lifetimes } = section;
  if (lifetimes === undefined) return [...hypotheses, ...bare];
  const { particle, eventsFactor } = lifetimes;
  const lived = lifetimes.masses.flatMap((mass) => {
    // Masses beside it are fixed.
    const masses = names.map((name) => (name === particle ? mass : section.masses[name].from));
    return lifetimes.values.map((lifetime) =>
      sampleAt(
        section,
        search,
        lifetimeSampleName(particle, mass, lifetime),
        { ...withMasses(masses), [particle]: { mass, lifetime: lifetime === 0 ? 'prompt' : lifetime } },
        masses,
        size(eventsFactor),
      ),
    );
  });
  return [...hypotheses, ...bare, ...lived];
}
