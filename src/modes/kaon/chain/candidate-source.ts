import type { CandidateBlock } from '../../../events/candidate-block.ts';
import type { DecayBlock } from '../../../events/decay-block.ts';
import type { ResponseBlock } from '../../../events/response-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { particle } from '../../../physics/index.ts';
import { rolesOf } from '../../../search/asking/check-kaon-search.ts';
import { assignmentChoice } from '../../../stages/selection/best-assignment.ts';
import { photonRoles } from '../../../stages/selection/photon-role.ts';
import type { WeightPieces } from '../../../stages/selection/tally.ts';
import type { Assignment } from '../../../stages/simulation/assignments.ts';
import { inAcceptance } from '../../../stages/simulation/in-acceptance.ts';
import { beamSpectrometer, runAveragedBeam } from '../../../stages/simulation/parent-measurement.ts';
import { photonsInAcceptance } from '../../../stages/simulation/photons-in-acceptance.ts';
import { reconstruction } from '../../../stages/simulation/reconstruct.ts';
import { detectorResponse } from '../../../stages/simulation/respond.ts';
import type { SamplePlan, SampleRole } from '../run-plan.ts';
import { decayGenerator } from './decay-generator.ts';
import { haloOverlay } from './halo-overlay.ts';
import { strictFacts } from './hermetic-needs.ts';
import { responseNeeds } from './response-needs.ts';
import { candidateRoles } from './roles.ts';
import { dealsSilent, silentDecays } from './silent-decays.ts';
import { turnedDecays } from './turned-decays.ts';

/** Decays of which so many tracks and photons are read are turned until the detector can see them: few are in its acceptance. */
const TURNED_FROM = 5;
/** Responses of the detector that each of them gets: backgrounds come from what one seldom does. */
const ANSWERS: Readonly<Record<SampleRole, number>> = {
  signal: 1,
  normalisation: 1,
  background: 4,
  check: 1,
  hypothesis: 1,
};

/** The same where all products are tracks that are read, so that the detector alone can make them look like something else. */
const ANSWERS_MEASURED_BADLY = 32;

/** Rows simulated at a time: all columns of a batch stay in the processor's cache. */
export const BATCH = 1024;

/** Who takes what a batch yields, in this order: the decays, the response, then the candidates of each assignment. */
export interface CandidateConsumer {
  /** All decays of the batch, with the weights they are generated with and the pieces of these. */
  generated(weight: Float64Array, count: number, pieces: WeightPieces): void;
  response?(decays: DecayBlock, response: ResponseBlock): void;
  /** Candidates of one assignment, before trigger and vetoes; those of events read in another way have weight 0. */
  candidates(candidates: CandidateBlock, assignment: Assignment, pieces: WeightPieces): void;
}

/** One sample's way from the beam to its candidates. */
export interface CandidateSource {
  /** Simulates events `firstEvent` up to `firstEvent + count`, at most a batch. */
  batch(firstEvent: number, count: number, consumer: CandidateConsumer): void;
}

/**
 * The candidates of one sample; they depend on (plan, seed, event) alone. With `everyWeight` the weights of decays that
 * cannot become candidates are computed as well, and with `once` each decay is answered once, as nature has it. Throws InvalidInput for a bad sample.
 */
export function candidateSource(
  experiment: Experiment,
  sample: SamplePlan,
  seed: number,
  { everyWeight = false, once = false } = {},
): CandidateSource {
  const { detector, beam } = experiment;
  const { selection } = sample;
  const names = rolesOf(selection);
  const roles = candidateRoles(names);
  const signed = (sign: number) => roles.filter(({ charge }) => charge * sign > 0).length;
  // A pair points where its photon went, in the laboratory: such decays are not turned afterwards.
  const plain = once || everyWeight || sample.conversions !== undefined;
  const turns = !plain && roles.length >= TURNED_FROM;
  const generator = decayGenerator(experiment, sample, seed, BATCH, { turned: turns });
  const decays = generator.block;
  const dealSilent = !once && dealsSilent(sample) ? silentDecays(experiment, sample, decays, seed) : undefined;
  const acceptanceFirst = generator.acceptanceFirst && !everyWeight && dealSilent === undefined;
  const hermetic = selection.photonVeto === 'hermetic';
  // A background of which every product is a track comes from what is measured badly.
  const losesNothing = turns && sample.role === 'background' && decays.products.length === signed(1) + signed(-1);
  const prefersTails = hermetic && sample.role === 'background' && !once;
  const respond = detectorResponse(
    detector,
    decays.products,
    responseNeeds(experiment, sample, generator.pairs, { scatters: prefersTails, radiates: losesNothing }),
    BATCH,
    seed,
    sample.name,
  );
  decays.count = 0;
  const { mass } = particle(beam.particle);
  const { identified = true, tracksReach } = selection;
  const strict = strictFacts(experiment, sample);
  const options = { roles, identify: identified, tracksReach, hermetic, ...(strict === undefined ? {} : { strict }) };
  const parents =
    selection.parent !== 'beam spectrometer'
      ? [runAveragedBeam(beam, mass)]
      : (prefersTails ? (['right', 'wrong'] as const) : [undefined]).map((answer) =>
          beamSpectrometer(beam, mass, seed, sample.name, answer),
        );
  const response = respond(decays);
  // Where both answers of the association are asked for, each is a candidate with its probability.
  const [reconstruct, ...others] = parents.map((parent) => reconstruction(detector, parent, options, response));
  const choice =
    selection.best === undefined && selection.unless === undefined
      ? undefined
      : assignmentChoice(selection, names, BATCH, sample.name);

  const { crossed = detector.straw.z.value.length } = selection.chambers ?? {};
  const needs = {
    positive: signed(1),
    negative: signed(-1),
    crossed,
    hodoscope: selection.tracksReach.includes('newChod'),
  };
  const { rest, haloMuon, pairs } = generator;
  const mixing = { ...needs, quiet: selection.photonVeto === 'all', fromPhotons: pairs.flat() };
  const overlay =
    haloMuon === undefined
      ? undefined
      : haloOverlay(experiment, decays, haloMuon, once || everyWeight ? undefined : mixing, seed, sample.name);
  const turned =
    rest === undefined
      ? undefined
      : turnedDecays(
          decays,
          beam,
          particle(beam.particle),
          inAcceptance(detector, decays.products, needs),
          photonsInAcceptance(detector, decays.products, photonRoles(selection.photons).length),
          losesNothing ? ANSWERS_MEASURED_BADLY : ANSWERS[sample.role],
          seed,
          sample.name,
        );
  const rows = new Int32Array(BATCH);
  const amplitude = new Float64Array(BATCH);
  /** Amplitudes of the decays that were answered. */
  const weigh = ({ row, count }: ResponseBlock, source: Int32Array): void => {
    for (let k = 0; k < count; k++) rows[k] = source[row[k]];
    generator.amplitudes(rows, count, amplitude);
    for (let k = 0; k < count; k++) decays.weight[row[k]] *= amplitude[k];
  };
  const read = (response: ResponseBlock, consumer: CandidateConsumer): void => {
    if (choice !== undefined) {
      choice.start(decays.count);
      for (let way = 0; way < reconstruct.assignments.length; way++) {
        choice.offer(way, reconstruct.reconstruct(decays, response, way));
      }
    }
    for (let way = 0; way < reconstruct.assignments.length; way++) {
      const candidates = reconstruct.reconstruct(decays, response, way);
      choice?.keep(way, candidates);
      consumer.candidates(candidates, reconstruct.assignments[way], generator.pieces);
      for (const other of others) {
        consumer.candidates(other.reconstruct(decays, response, way), other.assignments[way], generator.pieces);
      }
    }
  };

  return {
    batch(firstEvent, count, consumer) {
      const made = acceptanceFirst ? generator.place(firstEvent, count) : generator.generate(firstEvent, count);
      consumer.generated(made.weight, made.count, generator.pieces);
      generator.convert();
      dealSilent?.(firstEvent, count);
      const { family } = decays;
      if (sample.split === undefined && dealSilent === undefined && family !== undefined)
        for (let i = 0; i < count; i++) family[i] = i;
      overlay?.add();
      if (rest !== undefined) turned?.take(rest);
      const response = respond(decays);
      if (acceptanceFirst) generator.weigh(response.row, response.count);
      consumer.response?.(decays, response);
      read(response, consumer);
      const more = turned ?? overlay;
      while (more?.put() === true) {
        const answer = respond(decays);
        if (acceptanceFirst) weigh(answer, more.source);
        read(answer, consumer);
      }
    },
  };
}
