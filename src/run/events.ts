import type { Chunk } from '../formats/events/encoder.ts';
import { encoderFor } from '../formats/events/encoder-for.ts';
import type { AnyPlan } from '../modes/any-plan.ts';
import { modeOf } from '../modes/index.ts';
import type { FigureDescription } from '../plots/draw-figure.ts';
import { InvalidInput, unknownName } from '../schema/index.ts';
import type { SimulatedEvent } from '../search/results/simulated-event.ts';
import { decayPieces } from './decay-pieces.ts';

/** Events given at once at most. */
export const MOST_EVENTS = 100_000;

/**
 * Single events of a sample of a plan, from number `from` on, `count` of them (at most 100 000): the very events of a
 * run, each with its decay, what the detector measures, how it is read and its fate under each cut. Throws InvalidInput
 * for a kind of search without single events, an unknown sample, or numbers out of range.
 */
export function eventsOf(plan: AnyPlan, sample = 'signal', from = 0, count = 1): readonly SimulatedEvent[] {
  const mode = modeOf(plan);
  if (mode.eventsOf === undefined) {
    throw new InvalidInput(plan.search.id, 'is simulated as yields for every lifetime at once, not event by event');
  }
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= MOST_EVENTS)) {
    throw new InvalidInput('--count', `a number from 1 to ${MOST_EVENTS} is needed, found ${count}`);
  }
  return mode.eventsOf(plan, sample, from, count);
}

/** The picture of an event of a plan. Throws InvalidInput for a kind of search without single events. */
export function eventFigureOf(plan: AnyPlan, event: SimulatedEvent): FigureDescription {
  const { eventFigure } = modeOf(plan);
  if (eventFigure === undefined) throw new InvalidInput(plan.search.id, 'has no single events to draw');
  return eventFigure(plan, event);
}

/**
 * Events of which some reading passes every cut but this one. Throws InvalidInput, with the nearest name, for a cut that
 * no reading knows.
 */
export function rejectedBy(events: readonly SimulatedEvent[], cut: string): SimulatedEvent[] {
  const names = new Set(events.flatMap(({ readings }) => readings.flatMap(({ fate }) => fate.map((one) => one.cut))));
  if (names.size > 0 && !names.has(cut)) throw unknownName('--cut', 'cut', cut, [...names]);
  return events.filter(({ readings }) =>
    readings.some(({ fate }) => fate.every((one) => one.passes === (one.cut !== cut))),
  );
}

/**
 * The pieces of a file with the decays of a sample of a plan, in the format of the ending of `out`: .hepmc3, .lhe,
 * .parquet or .csv; the weights are those of the run. Throws as `eventsOf`, and InvalidInput for another ending.
 */
export function decayFile(
  plan: AnyPlan,
  out: string,
  { sample, from, count, version }: { sample: string; from: number; count: number; version: string },
): AsyncGenerator<Chunk> {
  const mode = modeOf(plan);
  if (mode.decaysOf === undefined) {
    throw new InvalidInput(plan.search.id, 'is simulated as yields for every lifetime at once, not event by event');
  }
  const makeEncoder = encoderFor(out);
  const { samples } = plan;
  const source = mode.decaysOf(plan, sample);
  const most = samples.find(({ name }) => name === sample)?.events ?? 0;
  if (!(from >= 0 && count >= 1 && from + count <= most)) {
    throw new InvalidInput('--count', `'${sample}' has ${most} events, asked for are ${from} to ${from + count - 1}`);
  }
  const weights = 'those of the run; branching fractions not included';
  return decayPieces(source, makeEncoder, { from, count, seed: plan.seed, version, weights });
}
