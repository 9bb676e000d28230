import { type AnyPlan, type AnySearch, BLOCK_EVENTS, planOf } from 'spillway';

/** What is asked of a search in the lab. */
export interface Question {
  readonly search: AnySearch;
  readonly settings: readonly string[];
  readonly seed: number;
  readonly events: number | undefined;
  readonly sizes?: Readonly<Record<string, number>> | undefined;
  readonly precision?: number | undefined;
}

interface Size {
  readonly events: number;
  readonly masses?: readonly number[];
  readonly sizes?: Question['sizes'];
  readonly precision?: Question['precision'];
}

/** Decays per sample, or per mass, that the lab takes where nothing is asked. */
const USUAL = { kaon: 16 * BLOCK_EVENTS, dump: 4000 };

/** A first look: every so many masses of a dump search. */
const EVERY = 5;

/** Decays of the first round: a fraction of a block. */
const FIRST = BLOCK_EVENTS / 8;

/**
 * The plans of a search that refines itself, smallest first; the last is what was asked. Kaons: an eighth of a block of
 * each sample, then 1, 2, 4 … blocks; dump: a few masses, then all. Whole blocks of one round are part of the next.
 */
export function roundsOf({ search, settings, seed, events, sizes, precision }: Question): readonly AnyPlan[] {
  const asked = events ?? USUAL[search.kind];
  const plan = (more: Size): AnyPlan => planOf(search, { settings, seed, ...more });
  const last = plan({ events: asked, sizes, precision });
  if (search.kind === 'dump') {
    const { masses } = last as AnyPlan & { readonly masses: readonly number[] };
    const few = masses.filter((_, i) => i % EVERY === 0 || i === masses.length - 1);
    return few.length < masses.length ? [plan({ events: asked, masses: few }), last] : [last];
  }
  const steps: number[] = [];
  if (FIRST < asked) steps.push(FIRST);
  for (let size = BLOCK_EVENTS; size < asked; size *= 2) steps.push(size);
  return [...steps.map((size) => plan({ events: size })), last];
}
