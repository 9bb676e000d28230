import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { threeBodyElement } from '../../../physics/hidden/three-body-element.ts';
import { transverseDecay } from '../../../physics/hidden/transverse-decay.ts';
import { allocateDumpBlock, DumpDecays } from '../../../stages/generation/dump-decays.ts';
import { DumpIntervals, MOST_INTERVALS } from '../../../stages/simulation/dump-intervals.ts';
import {
  copyIntervals,
  emptyIntervals,
  removeIntervals,
  uniteIntervals,
} from '../../../stages/simulation/interval-sets.ts';
import { type DepthAxis, DepthHistogram, depthAxis, LifetimeTransform } from './depth-histogram.ts';
import { EventSelection } from './event-selection.ts';
import { type GriddedProduction, type Polarisation, polarisations } from './gridded-production.ts';
import { type KinematicGrid, kinematicGrid } from './kinematic-grid.ts';
import type { PointingResolution } from './pointing-resolution.ts';
import type { DumpSetup, PairMember } from './setup.ts';

/** What one simulated sample says of one final state at one mass, for every mechanism and lifetime. */
export interface MassYield {
  readonly mass: number;
  readonly state: string;
  readonly mechanisms: readonly string[];
  /** Decays in acceptance per hidden particle produced × per proton (unit coupling), mechanism by mechanism, by lifetime. */
  readonly accepted: Float64Array;
  /** The same after trigger geometry, vertex and signal region. */
  readonly selected: Float64Array;
  readonly resolution: PointingResolution;
  /** Events with an accepted piece of flight path. */
  readonly events: number;
}

const BLOCK = 1024;
/** Cells of the decay volume in which the selection is tried. */
const CELLS = 3;
/** Spin of the pair, as far as the decay of a polarised particle shows it. */
const productKinds = { e: 'fermions', mu: 'fermions', pi: 'scalars', gamma: 'unknown' } as const satisfies Record<
  PairMember['species'],
  unknown
>;

/** Bins of flight that hold all decays that a search may see. */
export const depthAxisOf = ({ source, decayVolume }: DumpSetup): DepthAxis =>
  depthAxis(
    decayVolume[0] - source.frontFace - source.length,
    decayVolume[1] - source.frontFace,
    source.momentum.min * 0.99,
    source.momentum.max,
  );

/** Simulates decays for one search; holds all its working space. One instance serves all masses. */
export class MassSimulation {
  readonly setup: DumpSetup;
  readonly grid: KinematicGrid;
  readonly transform: LifetimeTransform;
  /** Every way to be polarised weighs the same decays. */
  private readonly accepted: Readonly<Record<Polarisation, DepthHistogram>>;
  private readonly moved: Readonly<Record<Polarisation, DepthHistogram>>;
  private readonly intervals: DumpIntervals;
  private readonly seenFirst = emptyIntervals(MOST_INTERVALS);
  private readonly seenSecond = emptyIntervals(MOST_INTERVALS);
  private readonly joined = emptyIntervals(2 * MOST_INTERVALS);
  private readonly selection: EventSelection;
  private readonly block = allocateDumpBlock(BLOCK);
  /** Planes without and with scattering before them, a bit each. */
  private readonly clear: number;
  private readonly scattered: number;

  constructor(setup: DumpSetup) {
    this.setup = setup;
    this.grid = kinematicGrid(setup.source);
    const axis = depthAxisOf(setup);
    this.transform = new LifetimeTransform(axis);
    const histograms = () => ({
      none: new DepthHistogram(this.grid, axis),
      transverse: new DepthHistogram(this.grid, axis),
    });
    this.accepted = histograms();
    this.moved = histograms();
    this.intervals = new DumpIntervals(setup.planes, setup.experiment.magnet, setup.apart);
    this.selection = new EventSelection(setup);
    let scattered = 0;
    setup.planes.forEach(({ scattering = 0 }, k) => {
      if (scattering > 0) scattered |= 1 << k;
    });
    this.scattered = scattered;
    this.clear = ((1 << setup.planes.length) - 1) & ~scattered;
  }

  /** `events` decays at one mass to the pair (and one more product of mass `third`), for all mechanisms at once. */
  run(
    mass: number,
    state: string,
    third: number | undefined,
    events: number,
    seed: number,
    production: GriddedProduction,
  ): MassYield {
    const { setup, block, intervals, accepted, moved, selection } = this;
    const { pair, source } = setup;
    const [one, two] = pair;
    const kinds = {
      first: one.mass,
      second: two.mass,
      ...(third === undefined ? {} : { third, element: threeBodyElement(state, mass) }),
    };
    const decays = new DumpDecays(source, mass, kinds, BLOCK);
    const key = streamKey(seed, `${setup.search.id} ${state} ${mass}`);
    const random = new EventRandom(streamKey(seed, `${setup.search.id} ${state} ${mass} measurement`));
    const { needs = 'both', smallestMomentum, largestMomentum, smallestTotal, photon } = setup.search.selection;
    const least2 = smallestMomentum.value * smallestMomentum.value;
    const most2 =
      largestMomentum === undefined ? Number.POSITIVE_INFINITY : largestMomentum.value * largestMomentum.value;
    const leastTotal: number = smallestTotal?.value ?? 0;
    const both = needs === 'both';
    const leastPhoton: number = photon?.smallestEnergy.value ?? 0;
    const leastPhoton2 = leastPhoton * leastPhoton;
    const [from, to] = setup.decayVolume;
    const weight = 1 / (events * decays.density);
    // With little lost, what fails is kept and taken off; with much lost, what passes, and more is tried.
    const keepPassing = third !== undefined || setup.search.selection.clusters !== undefined;
    const used = polarisations.filter((name) =>
      production.mechanisms.some(({ polarisation }) => polarisation === name),
    );
    const kind = third === undefined && one.species === two.species ? productKinds[one.species] : 'unknown';
    const density = {
      none: () => 1,
      transverse: transverseDecay(kind, mass, one.mass),
    } as const satisfies Record<Polarisation, unknown>;
    for (const name of used) {
      accepted[name].clear();
      moved[name].clear();
    }
    selection.start(mass);
    let kept = 0;
    for (let firstEvent = 0; firstEvent < events; firstEvent += BLOCK) {
      const count = Math.min(BLOCK, events - firstEvent);
      decays.fill(key, firstEvent, count, block);
      const { first, second } = block;
      for (let i = 0; i < count; i++) {
        const px1 = first.px[i];
        const py1 = first.py[i];
        const pz1 = first.pz[i];
        const px2 = second.px[i];
        const py2 = second.py[i];
        const pz2 = second.pz[i];
        const p1 = px1 * px1 + py1 * py1 + pz1 * pz1;
        const p2 = px2 * px2 + py2 * py2 + pz2 * pz2;
        const good1 = p1 >= least2 && p1 <= most2;
        const good2 = p2 >= least2 && p2 <= most2;
        if (both ? !(good1 && good2) : !(good1 || good2)) continue;
        if (leastTotal > 0 && Math.sqrt(p1) + Math.sqrt(p2) < leastTotal) continue;
        const x = block.x[i];
        const y = block.y[i];
        const z = block.z[i];
        const sx = block.slopeX[i];
        const sy = block.slopeY[i];
        intervals.open(from, to);
        if (both) {
          if (!intervals.restrict(x, y, z, sx, sy, px1, py1, pz1, one.charge, this.clear, 0, 0)) continue;
          if (!intervals.restrict(x, y, z, sx, sy, px2, py2, pz2, two.charge, this.clear, 0, 0)) continue;
        } else {
          intervals.restrict(x, y, z, sx, sy, px1, py1, pz1, one.charge, this.clear, 0, 0);
          copyIntervals(intervals, this.seenFirst);
          intervals.open(from, to);
          intervals.restrict(x, y, z, sx, sy, px2, py2, pz2, two.charge, this.clear, 0, 0);
          copyIntervals(intervals, this.seenSecond);
          this.seenOfPair(good1, good2, needs === 'only');
          if (intervals.count === 0) continue;
        }
        if (photon !== undefined) {
          const px3 = block.third.px[i];
          const py3 = block.third.py[i];
          const pz3 = block.third.pz[i];
          if (px3 * px3 + py3 * py3 + pz3 * pz3 < leastPhoton2) continue;
          if (!intervals.restrict(x, y, z, sx, sy, px3, py3, pz3, 0, setup.photonPlanes, 0, 0)) continue;
        }
        if (!intervals.separate(px1, py1, pz1, one.charge, px2, py2, pz2, two.charge)) continue;
        random.start(firstEvent + i);
        if (this.scattered !== 0) {
          const [c1, c2] = [one.charge, two.charge];
          const mask = this.scattered;
          if (!intervals.restrict(x, y, z, sx, sy, px1, py1, pz1, c1, mask, random.normal(), random.normal())) continue;
          if (!intervals.restrict(x, y, z, sx, sy, px2, py2, pz2, c2, mask, random.normal(), random.normal())) continue;
        }
        kept++;
        const inverse = 1 / block.pz[i];
        const cosine2 = block.cosine[i] * block.cosine[i];
        for (let n = 0; n < used.length; n++) {
          const histogram = accepted[used[n]];
          const own = weight * density[used[n]](cosine2);
          histogram.at(block.logMomentum[i], block.theta[i]);
          for (let k = 0; k < intervals.count; k++)
            histogram.add((intervals.from[k] - z) * inverse, (intervals.to[k] - z) * inverse, own);
        }

        // Where few pass, every event is tried in all of its cells; else every other one, in one of its cells at random, and
        // stands for the rest.
        if (!keepPassing && (kept & 1) === 0) continue;
        let cells = 0;
        for (let cell = 0; cell < CELLS; cell++) if (this.lengthIn(cell) > 0) cells++;
        let chosen = keepPassing ? -1 : Math.floor(random.uniform() * cells);
        for (let cell = 0; cell < CELLS; cell++) {
          const length = this.lengthIn(cell);
          if (!(length > 0) || (!keepPassing && chosen-- !== 0)) continue;
          const at = this.pointIn(cell, random.uniform() * length);
          const passes = selection.passes(at, block, i, random, weight);
          if (passes !== keepPassing) continue;
          const low = this.cellEdge(cell);
          const high = this.cellEdge(cell + 1);
          const stands = keepPassing ? weight : 2 * weight * cells;
          for (let n = 0; n < used.length; n++) {
            const histogram = moved[used[n]];
            const own = stands * density[used[n]](cosine2);
            histogram.at(block.logMomentum[i], block.theta[i]);
            for (let k = 0; k < intervals.count; k++) {
              const a = Math.max(low, intervals.from[k]);
              const b = Math.min(high, intervals.to[k]);
              if (b > a) histogram.add((a - z) * inverse, (b - z) * inverse, own);
            }
          }
        }
      }
    }
    const { transform } = this;
    const n = transform.grid.count;
    const edges = new Float64Array(accepted.none.axis.bins);
    const acceptedYield = new Float64Array(production.mechanisms.length * n);
    const selectedYield = new Float64Array(acceptedYield.length);
    production.mechanisms.forEach(({ density, polarisation }, k) => {
      accepted[polarisation].project(density, edges);
      transform.apply(edges, acceptedYield, k * n);
      moved[polarisation].project(density, edges);
      transform.apply(edges, selectedYield, k * n);
      if (!keepPassing)
        for (let j = k * n; j < (k + 1) * n; j++) selectedYield[j] = Math.max(0, acceptedYield[j] - selectedYield[j]);
    });
    return {
      mass,
      state,
      mechanisms: production.mechanisms.map(({ id }) => id),
      accepted: acceptedYield,
      selected: selectedYield,
      resolution: selection.resolution(),
      events: kept,
    };
  }

  /** Leaves in `intervals` where enough of the pair is seen: `clean` when nothing else may be there. */
  private seenOfPair(good1: boolean, good2: boolean, clean: boolean): void {
    const { seenFirst, seenSecond, joined } = this;
    if (good1 && good2) uniteIntervals(seenFirst, seenSecond, joined);
    else if (!clean) copyIntervals(good1 ? seenFirst : seenSecond, joined);
    else if (good1) removeIntervals(seenFirst, seenSecond, joined);
    else removeIntervals(seenSecond, seenFirst, joined);
    copyIntervals(joined, this.intervals);
  }

  private cellEdge(cell: number): number {
    const [from, to] = this.setup.decayVolume;
    return cell === CELLS ? to : from + ((to - from) * cell) / CELLS;
  }

  private lengthIn(cell: number): number {
    const { intervals } = this;
    const low = this.cellEdge(cell);
    const high = this.cellEdge(cell + 1);
    let length = 0;
    for (let k = 0; k < intervals.count; k++)
      length += Math.max(0, Math.min(high, intervals.to[k]) - Math.max(low, intervals.from[k]));
    return length;
  }

  private pointIn(cell: number, distance: number): number {
    const { intervals } = this;
    const low = this.cellEdge(cell);
    const high = this.cellEdge(cell + 1);
    let left = distance;
    let last = low;
    for (let k = 0; k < intervals.count; k++) {
      const a = Math.max(low, intervals.from[k]);
      const b = Math.min(high, intervals.to[k]);
      if (b <= a) continue;
      if (left <= b - a) return a + left;
      left -= b - a;
      last = b;
    }
    return last;
  }
}
