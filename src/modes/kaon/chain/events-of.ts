import type { CandidateBlock } from '../../../events/candidate-block.ts';
import type { DecayBlock } from '../../../events/decay-block.ts';
import { REACHED, type ResponseBlock, SPECIES } from '../../../events/response-block.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { EventReading, SimulatedEvent, Vector } from '../../../search/results/simulated-event.ts';
import type { RunPlan } from '../run-plan.ts';
import { BATCH, candidateSource } from './candidate-source.ts';
import { type CompiledSample, compileSample } from './compile-sample.ts';
import { experimentOf } from './engine.ts';
import { sampleCalled } from './sample-called.ts';
import { dealsSilent } from './silent-decays.ts';
import { triggerOf, vetoesOf } from './trigger-and-vetoes.ts';

type Momentum = DecayBlock['parent'];

const vectorAt = ({ energy, px, py, pz }: Momentum, i: number): Vector => [energy[i], px[i], py[i], pz[i]];

/**
 * Single events of a sample of a plan, from number `from` on, `count` of them: the decay, what the detector measures of
 * it, how it is read, and its fate under each cut. They are the very events of a run, whatever its blocks and workers.
 * Throws InvalidInput for a sample that the plan has not, and for a range outside of its events.
 */
export function eventsOf(plan: RunPlan, sample: string, from: number, count: number): SimulatedEvent[] {
  const index = sampleCalled(plan, sample);
  const { [index]: samplePlan } = plan.samples;
  if (!(Number.isSafeInteger(from) && from >= 0 && from < samplePlan.events)) {
    throw new InvalidInput('--from', `a number from 0 to ${samplePlan.events - 1} is needed, found ${from}`);
  }
  const experiment = experimentOf(plan, index);
  const source = candidateSource(experiment, samplePlan, plan.seed, { everyWeight: true });
  const compiled = compileSample(samplePlan);
  const reader = readingOf(compiled, triggerOf(experiment, samplePlan), vetoesOf(samplePlan));
  const events: SimulatedEvent[] = [];
  const end = Math.min(samplePlan.events, from + count);
  // Copies of decays are dealt out by the batch: only whole batches hold what the run saw.
  const dealt = samplePlan.split !== undefined || dealsSilent(samplePlan);
  const start = dealt ? from - (from % BATCH) : from;
  const stop = dealt ? samplePlan.events : end;
  for (let first = start; first < end; first += BATCH) {
    const batch: SimulatedEvent[] = [];
    source.batch(first, Math.min(BATCH, stop - first), {
      generated: () => undefined,
      response: (decays, response) => batch.push(...eventsIn(decays, response, first)),
      candidates: (candidates) => {
        for (const { row, reading } of reader(candidates)) (batch[row].readings as EventReading[]).push(reading);
      },
    });
    events.push(...batch.filter(({ event }) => event >= from && event < end));
  }
  return events;
}

/** An event in the making. */
type Filled = { -readonly [K in keyof SimulatedEvent]: SimulatedEvent[K] };

/** The decays of a batch with what the detector makes of them; readings are still to come. */
function eventsIn(decays: DecayBlock, response: ResponseBlock, first: number): Filled[] {
  const events = Array.from(
    { length: decays.count },
    (_, i): Filled => ({
      event: first + i,
      weight: decays.weight[i],
      vertex: [decays.vertex.x[i], decays.vertex.y[i], decays.vertex.z[i]],
      parent: vectorAt(decays.parent, i),
      products: decays.products.map(({ name, charge, origin, momentum }) => ({
        ...{ name, charge, origin: [origin.x[i], origin.y[i], origin.z[i]] as const, momentum: vectorAt(momentum, i) },
      })),
      tracks: [],
      photons: [],
      readings: [],
    }),
  );
  for (let j = 0; j < response.count; j++) {
    const event = events[response.row[j]];
    event.tracks = response.tracks.flatMap((track) =>
      track.reconstructed[j] === 0
        ? []
        : [
            {
              product: track.product,
              charge: track.charge,
              species: SPECIES[track.species[j]],
              reached: Object.entries(REACHED).flatMap(([name, bit]) => ((track.reached[j] & bit) === 0 ? [] : [name])),
              momentum: [track.px[j], track.py[j], track.pz[j]] as const,
              firstChamber: [track.x[j], track.y[j]] as const,
              calorimeter: [track.calorimeterX[j], track.calorimeterY[j]] as const,
              deposit: track.deposit[j],
            },
          ],
    );
    event.photons = response.photons.map((photon) => ({
      product: photon.product,
      cluster: photon.reconstructed[j] === 1,
      energy: photon.energy[j],
      calorimeter: [photon.calorimeterX[j], photon.calorimeterY[j]] as const,
      vetoSilent: photon.survival[j],
    }));
  }
  return events;
}

/** Reads the candidates of one assignment: weights step by step, and the value of each cut. */
function readingOf(
  compiled: CompiledSample,
  trigger: ReturnType<typeof triggerOf>,
  vetoes: ReturnType<typeof vetoesOf>,
) {
  const values = compiled.cuts.map(() => new Float64Array(BATCH));
  const axes = (compiled.spectra.find(({ name }) => name === 'discriminant')?.axes ?? []).map((axis) => ({
    axis,
    values: new Float64Array(BATCH),
  }));
  const probability = new Float64Array(BATCH).fill(1);
  return (candidates: CandidateBlock): { row: number; reading: EventReading }[] => {
    const { count, row, weight, particles, vertex } = candidates;
    const before = weight.slice(0, count);
    trigger?.(candidates, probability);
    compiled.cuts.forEach((cut, c) => {
      cut.evaluate(candidates, values[c]);
    });
    for (const { axis, values: column } of axes) axis.evaluate(candidates, column);
    return Array.from({ length: count }, (_, i) => {
      const fate = compiled.cuts.map((cut, c) => ({
        cut: cut.name,
        observable: cut.observable.symbol,
        value: Number.isFinite(values[c][i]) ? values[c][i] : null,
        passes: cut.passes(values[c][i]),
      }));
      return {
        row: row[i],
        reading: {
          roles: particles.map(({ role, momentum }) => ({ role, momentum: vectorAt(momentum, i) })),
          vertex: [vertex.x[i], vertex.y[i], vertex.z[i]] as const,
          weight: before[i],
          trigger: trigger === undefined ? 1 : probability[i],
          vetoSilent: vetoes === undefined ? 1 : vetoes.central(candidates, i),
          discriminant: axes.map(({ values: column }) => column[i]),
          fate,
          selected: before[i] > 0 && fate.every(({ passes }) => passes),
        },
      };
    }).filter(({ reading }) => reading.weight > 0);
  };
}
