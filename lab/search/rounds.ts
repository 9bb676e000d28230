import { type AnyPlan, type AnySearch, BLOCK_EVENTS, planOf } from 'spillway';

/** What is asked of a search in the lab. */
export interface Question {
  readonly search: AnySearch;
  readonly settings: readonly string[];
  readonly seed: number;
  readonly events: number | undefined;
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
export function roundsOf({ search, settings, seed, events }: Question): readonly AnyPlan[] {
  const asked = events ?? USUAL[search.kind];
  const plan = (more: { readonly events: number; readonly masses?: readonly number[] }): AnyPlan =>
    planOf(search, { settings, seed, ...more });
  const last = plan({ events: asked });
  if (search.kind === 'dump') {
    const { masses } = last as AnyPlan & { readonly masses: readonly number[] };
    const few = masses.filter((_, i) => i % EVERY === 0 || i === masses.length - 1);
    return few.length < masses.length ? [plan({ events: asked, masses: few }), last] : [last];
  }
  const sizes: number[] = [];
  if (FIRST < asked) sizes.push(FIRST);
  for (let size = BLOCK_EVENTS; size < asked; size *= 2) sizes.push(size);
  return [...sizes.map((size) => plan({ events: size })), last];
}
