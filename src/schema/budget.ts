import { InvalidInput } from './invalid-input.ts';

/** How much of something one computation may ask for, and what to do about more. */
interface Limit {
  readonly most: number;
  /** What is counted, in the plural. */
  readonly of: string;
  /** What to lower. */
  readonly lower: string;
}

/** Every size that a user's input can set, with the largest that is taken without `--force`. */
const LIMITS = {
  events: { most: 1e10, of: 'decays per sample', lower: '--events' },
  masses: { most: 10_000, of: 'masses', lower: 'the points of --mass' },
  couplings: { most: 100_000, of: 'couplings', lower: 'the points of --coupling' },
  lifetimes: { most: 10_000, of: 'lifetimes', lower: 'the points of --lifetime' },
  'grid points': { most: 20_000_000, of: 'points in mass and coupling', lower: 'the points of --mass or --coupling' },
  hypotheses: { most: 100_000, of: 'mass hypotheses', lower: 'the range, or raise the step' },
  toys: { most: 100_000_000, of: 'pseudo-experiments', lower: '--toys' },
  bins: { most: 10_000_000, of: 'bins', lower: 'the bins of the axes' },
  samples: { most: 10_000, of: 'samples', lower: 'the number of hypotheses' },
  workers: { most: 1024, of: 'worker threads', lower: '--workers' },
  'input bytes': { most: 64 * 1024 * 1024, of: 'bytes in one file', lower: 'the size of the file' },
} as const satisfies Readonly<Record<string, Limit>>;

/** What a budget is kept for. */
export type BudgetName = keyof typeof LIMITS;

/** The largest number that is taken without asking. */
export const mostOf = (name: BudgetName): number => LIMITS[name].most;

/**
 * Throws InvalidInput, with `where`, when a computation asks for more than its budget or for a number that is not one:
 * says how much was asked, how much is taken, which number to lower. `force` lets any finite number pass; give it where
 * the user can say so, true or false.
 */
export function requireBudget(name: BudgetName, size: number, where: string, force?: boolean): void {
  const { most, of, lower }: Limit = LIMITS[name];
  if (size <= most || (force === true && Number.isFinite(size))) return;
  const way = force === undefined ? '' : ', or add --force';
  throw new InvalidInput(where, `asks for ${size} ${of}, at most ${most} are taken; lower ${lower}${way}.`);
}
