import type { DumpExperiment, DumpPlane, Outline } from '../../../experiments/dump-experiment.ts';
import { experiments } from '../../../experiments/index.ts';
import { particle } from '../../../physics/index.ts';
import type { DumpTarget } from '../../../physics/production/dump-target.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import type { DumpSearchDocument, PairParticle } from '../../../search/dump-search.ts';
import type { DumpSource } from '../../../stages/generation/dump-decays.ts';
import type { PointingRegion } from '../../../stages/selection/pointing.ts';

/** One particle of the signal pair. */
export interface PairMember {
  readonly name: PairParticle;
  readonly mass: number;
  readonly charge: number;
  readonly species: 'e' | 'mu' | 'pi' | 'gamma';
}

/** A search and its experiment, checked and made ready for simulation. */
export interface DumpSetup {
  readonly search: DumpSearchDocument;
  readonly experiment: DumpExperiment;
  readonly target: DumpTarget;
  readonly source: DumpSource;
  readonly pair: readonly [PairMember, PairMember];
  /** Planes that the search asks for, the furthest first. */
  readonly planes: readonly DumpPlane[];
  /** A bit for each of `planes` that a photon besides the pair must pass; 0 where none is asked for. */
  readonly photonPlanes: number;
  readonly decayVolume: readonly [number, number];
  /** Where the two products must be apart, and by how much. */
  readonly apart: { readonly z: readonly number[]; readonly distance: number };
  readonly signal: PointingRegion;
  /** What decides whether a pair points into the signal region: smeared tracks, or the published widths (an input). */
  readonly resolution: 'tracking' | 'published';
  /** Trigger × tracks × identification × vetoes: what no simulated cut contains. */
  readonly efficiencies: {
    readonly trigger: number;
    readonly tracks: number;
    readonly identification: number;
    /** What is kept beyond all that is simulated. */
    readonly reconstruction: number;
    readonly vetoes: number;
  };
}

/** The experiment of that id when it is a dump. InvalidInput, with the nearest name, otherwise. */
export function dumpExperiment(id: string): DumpExperiment {
  const dumps = Object.values(experiments).filter((e): e is Extract<typeof e, { kind: 'dump' }> => 'kind' in e);
  const found = dumps.find((e) => e.id === id);
  if (found === undefined)
    throw unknownName(
      'experiment',
      'beam dump',
      id,
      dumps.map((e) => e.id),
    );
  return found;
}

const reach = ({ x = 0, y = 0, radius, slabs = [] }: Outline): number => {
  let furthest = radius ?? Number.POSITIVE_INFINITY;
  // Corners of slabs: two perpendicular ones bound a rectangle.
  const upright = slabs.filter((s) => s.nx === 0 || s.ny === 0);
  if (upright.length >= 2) {
    const corner = Math.sqrt(upright.reduce((sum, { half }) => sum + half * half, 0));
    furthest = Math.min(furthest, corner);
  }
  return furthest + Math.sqrt(x * x + y * y);
};

const speciesOf = (name: PairParticle): PairMember['species'] =>
  name === 'gamma' ? 'gamma' : name.startsWith('mu') ? 'mu' : name.startsWith('pi') ? 'pi' : 'e';

/**
 * Makes a search ready. InvalidInput for a decay volume that ends before it starts or begins inside the dump, planes
 * that the experiment does not have, planes before the end of the decay volume, or an unknown region or trigger.
 */
export function dumpSetup(
  search: DumpSearchDocument,
  experiment = dumpExperiment(search.experiment),
  resolution: DumpSetup['resolution'] = 'tracking',
): DumpSetup {
  const where = `${search.id} at ${experiment.id}`;
  if (experiment.id !== search.experiment)
    throw new InvalidInput(where, `is a search at ${search.experiment}; another experiment needs a search of its own`);
  if (resolution === 'published' && search.publishedResolution === undefined)
    throw new InvalidInput(`${where}: resolution`, 'cites no published resolution');
  const [from, to] = (search.selection.decayVolume ?? experiment.decayVolume).value as readonly [number, number];
  const front: number = experiment.dump.frontFace.value;
  if (!(to > from)) throw new InvalidInput(`${where}: decayVolume`, `ends at ${to} m, before it starts at ${from} m`);
  if (!(from >= front + experiment.dump.length.value))
    throw new InvalidInput(
      `${where}: decayVolume`,
      `starts at ${from} m, inside or before the dump (${front} to ${front + experiment.dump.length.value} m)`,
    );
  const known = experiment.planes.map(({ value }) => value);
  const planeCalled = (name: string, cut: string) => {
    const plane = known.find((candidate) => candidate.name === name);
    if (plane !== undefined) return plane;
    const names = known.map((p) => p.name);
    throw unknownName(`${where}: ${cut}`, 'plane', name, names);
  };
  const reached = search.selection.reach.map((name) => {
    const plane = planeCalled(name, 'reach');
    if (plane.z < to) throw new InvalidInput(`${where}: ${name}`, `lies at ${plane.z} m, inside the decay volume`);
    return plane;
  });
  if (reached.length === 0) throw new InvalidInput(`${where}: reach`, 'needs at least one plane');
  // The far planes are the narrow ones: they come first, so that most lost events are lost at once.
  const planes = [...reached, ...(experiment.apertures ?? []).map(({ value }) => value)].sort((a, b) => b.z - a.z);
  const { separation, smallestTotal, needs = 'both', photon, clusters } = search.selection;
  let photonPlanes = 0;
  if (photon !== undefined) {
    const open = (experiment.apertures ?? []).map(({ value }) => value.name);
    if (!search.selection.reach.some((name) => name === photon.at))
      throw unknownName(`${where}: photon.at`, 'plane that is reached', photon.at, search.selection.reach);
    if (experiment.calorimeter === undefined)
      throw new InvalidInput(`${where}: photon`, `${experiment.id} measures no clusters`);
    planes.forEach(({ name }, k) => {
      if (name === photon.at || open.includes(name)) photonPlanes |= 1 << k;
    });
  }
  const region = search.regions[search.limit.region];
  if (region === undefined)
    throw unknownName(`${where}: limit.region`, 'region', search.limit.region, Object.keys(search.regions));

  const first = reached.reduce((nearest, plane) => (plane.z < nearest.z ? plane : nearest));
  const beamOffset = Math.sqrt(
    experiment.beam.x.value * experiment.beam.x.value + experiment.beam.y.value * experiment.beam.y.value,
  );
  const widest = reach(first.within) + beamOffset + 4 * experiment.beam.spot.value;
  const deepest = front + experiment.dump.length.value;
  const smallest: number = search.selection.smallestMomentum.value;
  const pair = search.pair.map((name) => ({
    name,
    mass: particle(name).mass,
    charge: particle(name).charge,
    species: speciesOf(name),
  })) as unknown as [PairMember, PairMember];

  let trigger = 1;
  for (const name of search.triggers as readonly string[]) {
    const line = Object.hasOwn(experiment.triggers, name) ? experiment.triggers[name] : undefined;
    if (line === undefined) throw unknownName(`${where}: triggers`, 'trigger', name, Object.keys(experiment.triggers));
    trigger *= line.efficiency.value / line.downscaling.value;
  }
  const charged = pair.filter(({ charge }) => charge !== 0).length;
  const track = experiment.trackEfficiency.value;
  let vetoes = 1;
  for (const fact of Object.values(search.selection.vetoes)) vetoes *= fact.value;
  return {
    search,
    experiment,
    target: { beamMomentum: experiment.beam.momentum.value, ...experiment.dump.target.value },
    source: {
      momentum: {
        min: Math.max(needs === 'both' ? 2 * smallest : smallest, smallestTotal?.value ?? 0),
        max: 0.999 * experiment.beam.momentum.value,
      },
      theta: widest / (first.z - deepest),
      x: experiment.beam.x.value,
      y: experiment.beam.y.value,
      spot: experiment.beam.spot.value,
      frontFace: front,
      length: experiment.dump.length.value,
      interactionLength: experiment.dump.interactionLength.value,
    },
    pair,
    planes,
    photonPlanes,
    decayVolume: [from, to],
    apart:
      clusters === undefined
        ? {
            z: (separation?.at ?? []).map((name) => planeCalled(name, 'separation').z),
            distance: separation?.distance.value ?? 0,
          }
        : { z: [planeCalled(clusters.at, 'clusters').z], distance: clusters.distance.value },
    signal: region.value,
    resolution,
    efficiencies: {
      trigger,
      tracks: charged === 2 ? track * track : charged === 1 ? track : 1,
      identification: pair.reduce(
        (product, { species }) => product * experiment.identification[species].value,
        photon === undefined ? 1 : experiment.identification.gamma.value,
      ),
      reconstruction: search.selection.efficiency?.value ?? 1,
      vetoes,
    },
  };
}

/** Cuts on a vertex of two tracks. InvalidInput for a search that makes none. */
export function vertexCuts({ id, selection }: DumpSearchDocument): {
  readonly distance: number;
  readonly z: readonly [number, number];
} {
  const { vertexDistance, vertexZ } = selection;
  if (vertexDistance === undefined || vertexZ === undefined)
    throw new InvalidInput(`${id}.selection`, 'makes no vertex of tracks: vertexDistance and vertexZ are not there');
  return { distance: vertexDistance.value, z: vertexZ.value as readonly [number, number] };
}

/** A final state that a search sees, with the mass of a third product where it has one. */
export interface VisibleState {
  readonly state: string;
  readonly third?: number;
}

/**
 * Final states of a model that the search sees: its pair alone, or its pair and one neutrino; with a photon asked for, its
 * pair and a photon. A neutral particle whose 'nu nu …' leave no pair is not seen.
 */
export function visibleStates({ search }: Pick<DumpSetup, 'search'>, states: readonly string[]): VisibleState[] {
  const asked = search.selection.photon === undefined ? search.pair : [...search.pair, 'gamma'];
  const wanted = [...asked].sort().join(' ');
  const found: VisibleState[] = [];
  for (const state of states) {
    const names = state.split(' ');
    const neutrinos = names.filter((name) => name === 'nu');
    const rest = names.filter((name) => name !== 'nu').sort();
    if (rest.join(' ') !== wanted || neutrinos.length > 1) continue;
    if (neutrinos.length === 1 && search.selection.photon !== undefined) continue;
    found.push(neutrinos.length === 1 || search.selection.photon !== undefined ? { state, third: 0 } : { state });
  }
  return found;
}
