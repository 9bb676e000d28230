import { allocateDecayBlock, type DecayBlock } from '../../../events/decay-block.ts';
import { REACHED } from '../../../events/response-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import { particle } from '../../../physics/index.ts';
import { allocateMomenta } from '../../../physics/vectors/momentum-columns.ts';
import { boostToParent } from '../../../stages/generation/boost.ts';
import { displacedVertices } from '../../../stages/generation/displaced-vertices.ts';
import { haloMuons, haloProbability } from '../../../stages/generation/halo-muons.ts';
import { kaonBeam } from '../../../stages/generation/kaon-beam.ts';
import { assignmentChoice } from '../../../stages/selection/best-assignment.ts';
import { photonRoles } from '../../../stages/selection/photon-role.ts';
import { type Tally, tally, type WeightPieces } from '../../../stages/selection/tally.ts';
import { beamSpectrometer, runAveragedBeam } from '../../../stages/simulation/parent-measurement.ts';
import { reconstruction } from '../../../stages/simulation/reconstruct.ts';
import { detectorResponse, type ResponseNeeds } from '../../../stages/simulation/respond.ts';
import { applyTrigger } from '../../../stages/trigger/trigger.ts';
import { BLOCK_EVENTS, type SamplePlan } from '../run-plan.ts';
import { compileSample } from './compile-sample.ts';
import { candidateRoles } from './roles.ts';
import { compiledDecayOf, weightPieces } from './weight-pieces.ts';

/** Rows simulated at a time: all columns of a batch stay in the processor's cache. */
const BATCH = 1024;

/** One sample's way from the beam to the sums of its selected candidates. */
export interface SampleSimulation {
  /** Simulates block `block` and adds to `sums`. */
  simulateBlock(block: number, sums: Float64Array): void;
  readonly tally: Tally;
}

/** Decays of the beam in the laboratory, batch by batch. */
export interface DecayGenerator {
  readonly block: DecayBlock;
  readonly pieces: WeightPieces;
  /** Whether amplitudes may wait until it is known which decays can be candidates. */
  readonly acceptanceFirst: boolean;
  /** Fills the block's weight, parent, vertex, products in the laboratory, weight pieces. */
  generate(firstEvent: number, count: number): void;
  /** The same decays without their amplitudes: the block's weight is that of the beam alone. */
  place(firstEvent: number, count: number): void;
  /** Multiplies the weights of some rows of the decays last placed by their amplitudes. */
  weigh(rows: Int32Array, count: number): void;
}

/** Amplitudes wait for decays into so many particles or more: below, they cost less than asking. */
const WAITS_FROM = 4;
/** … and only where the mean of the amplitude is known to this, since it then stands for the sum of all weights. */
const MEAN_KNOWN_TO = 1e-3;

/** Generates decays of the beam. */
export function decayGenerator(
  experiment: Experiment,
  sample: SamplePlan,
  seed: number,
  capacity: number,
): DecayGenerator {
  const compiled = compiledDecayOf(sample);
  const strangers = sample.accidental === undefined ? [] : [particle(sample.accidental)];
  const flights = displacedVertices(compiled.flights, capacity, seed, sample.name);
  const block = allocateDecayBlock(capacity, compiled.finalState, strangers, flights.originOf);
  const beamParticle = particle(experiment.beam.particle);
  const beam = kaonBeam(experiment.beam, beamParticle.mass, beamParticle.ctau, capacity, seed, sample.name);
  const key = streamKey(seed, `${sample.name}/decay`);
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(capacity));
  const weight = new Float64Array(capacity);
  const momenta = block.products.slice(0, compiled.finalState.length).map(({ momentum }) => momentum);
  const { pieces, fill } = weightPieces(sample, compiled, momenta, capacity);
  const halo = strangers.map(({ mass }) =>
    haloMuons(
      experiment.halo,
      mass,
      experiment.detector.straw.z.value[0],
      experiment.beam.fiducial.value[0],
      capacity,
      seed,
      sample.name,
    ),
  );
  const toLaboratory = (count: number): void => {
    for (const momentum of momenta) boostToParent(block.parent, beamParticle.mass, momentum, count);
    if (compiled.flights.length > 0) flights.fill(block);
    halo.forEach((add, i) => {
      add(block, block.products[momenta.length + i]);
    });
  };
  const acceptanceFirst =
    pieces.length === 0 &&
    compiled.finalState.length >= WAITS_FROM &&
    compiled.normalisation.relativeError <= MEAN_KNOWN_TO;
  const chosen = acceptanceFirst ? draws.map(() => new Float64Array(capacity)) : [];
  const atRest = acceptanceFirst ? momenta.map(() => allocateMomenta(capacity)) : [];
  return {
    block,
    pieces,
    acceptanceFirst,
    generate(firstEvent, count) {
      beam(block, firstEvent, count);
      fillUniforms(key, firstEvent, count, draws);
      compiled.generate(draws, count, momenta, weight);
      for (let i = 0; i < count; i++) block.weight[i] *= weight[i];
      toLaboratory(count);
      fill(count);
    },
    place(firstEvent, count) {
      beam(block, firstEvent, count);
      fillUniforms(key, firstEvent, count, draws);
      compiled.place(draws, count, momenta);
      toLaboratory(count);
    },
    weigh(rows, count) {
      draws.forEach((column, d) => {
        for (let k = 0; k < count; k++) chosen[d][k] = column[rows[k]];
      });
      compiled.generate(chosen, count, atRest, weight);
      for (let k = 0; k < count; k++) block.weight[rows[k]] *= weight[k];
    },
  };
}

/** Chambers that tracks need, and decays in flight that are drawn more often than they happen: those behind the magnet. */
function trackNeeds(
  { detector: { straw, magnet } }: Experiment,
  { selection: { chambers = {} }, preferredDecays = 0 }: SamplePlan,
): Pick<ResponseNeeds, 'chambers' | 'preferredDecays'> {
  const planes: readonly number[] = straw.z.value;
  const { crossed = planes.length, hit = planes.length } = chambers;
  const from: number = magnet.z.value;
  const to = planes.find((z) => z > from) ?? from;
  return { chambers: { crossed, hit }, preferredDecays: { share: preferredDecays, from, to } };
}

/** The simulation of one sample; results depend on (plan, seed, block) alone. Throws InvalidInput for a bad sample. */
export function sampleSimulation(experiment: Experiment, sample: SamplePlan, seed: number): SampleSimulation {
  const { detector, beam } = experiment;
  const { selection, quiet = { largeAngle: 1, any: 1 } } = sample;
  const generator = decayGenerator(experiment, sample, seed, BATCH);
  const decays = generator.block;
  const compiled = compileSample(sample);
  const roles = candidateRoles(compiled.roles);
  const signed = (sign: number) => roles.filter(({ charge }) => charge * sign > 0).length;
  const respond = detectorResponse(
    detector,
    decays.products,
    {
      positive: signed(1),
      negative: signed(-1),
      photons: photonRoles(selection.photons).length,
      reach: selection.tracksReach.reduce((bits, name) => bits | REACHED[name], 0),
      ...trackNeeds(experiment, sample),
    },
    BATCH,
    seed,
    sample.name,
  );
  decays.count = 0;
  const { mass } = particle(beam.particle);
  const parent =
    selection.parent === 'beam spectrometer'
      ? beamSpectrometer(beam, mass, seed, sample.name)
      : runAveragedBeam(beam, mass);
  const { identified = true, tracksReach, photonVeto = 'none' } = selection;
  const reconstruct = reconstruction(detector, parent, { roles, identify: identified, tracksReach }, respond(decays));
  const choice =
    selection.best === undefined && selection.unless === undefined
      ? undefined
      : assignmentChoice(selection, compiled.roles, BATCH, sample.name);
  const lines = sample.triggers.map((name) => experiment.triggers[name]);
  const trigger =
    lines.length === 0 ? undefined : applyTrigger(lines, { ...experiment, largeAngleQuiet: quiet.largeAngle });
  const probability = new Float64Array(BATCH);
  const accidental =
    sample.accidental === undefined ? 1 : haloProbability(experiment.halo, particle(sample.accidental).charge);
  const counts = tally(compiled.cuts, compiled.regions, compiled.spectra, BATCH, compiled.templates);

  const batch = (firstEvent: number, count: number, sums: Float64Array): void => {
    if (generator.acceptanceFirst) generator.place(firstEvent, count);
    else generator.generate(firstEvent, count);
    counts.addGenerated(decays.weight, count, sums, generator.pieces);
    if (accidental !== 1) for (let i = 0; i < count; i++) decays.weight[i] *= accidental;
    const response = respond(decays);
    if (generator.acceptanceFirst) generator.weigh(response.row, response.count);
    if (choice !== undefined) {
      choice.start(count);
      for (let way = 0; way < reconstruct.assignments.length; way++) {
        choice.offer(way, reconstruct.reconstruct(decays, response, way));
      }
    }
    for (let way = 0; way < reconstruct.assignments.length; way++) {
      const candidates = reconstruct.reconstruct(decays, response, way);
      choice?.keep(way, candidates);
      counts.addFlow(0, candidates, sums);
      trigger?.(candidates, probability);
      counts.addFlow(1, candidates, sums);
      if (photonVeto !== 'none') {
        const survival = photonVeto === 'all' ? candidates.vetoSurvival : candidates.largeAngleSurvival;
        const silent = photonVeto === 'all' ? quiet.any : quiet.largeAngle;
        for (let i = 0; i < candidates.count; i++) {
          const passes = silent * survival[i];
          candidates.weight[i] *= passes;
          candidates.weightLow[i] *= passes;
          candidates.weightHigh[i] *= passes;
          candidates.untriggered[i] *= passes;
        }
      }
      counts.addFlow(2, candidates, sums);
      counts.addSelected(candidates, sums, generator.pieces);
    }
  };

  return {
    tally: counts,
    simulateBlock(block, sums) {
      const end = Math.min(sample.events, (block + 1) * BLOCK_EVENTS);
      for (let first = block * BLOCK_EVENTS; first < end; first += BATCH) {
        batch(first, Math.min(BATCH, end - first), sums);
      }
    },
  };
}
