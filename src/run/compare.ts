import type { AnyPlan } from '../modes/any-plan.ts';
import { InvalidInput } from '../schema/index.ts';
import type { RunHead } from '../search/results/run-head.ts';

/** A finished run: what was asked and what was answered. */
export interface ComparedRun {
  readonly plan: AnyPlan;
  readonly document: RunHead;
}

/** One place of the question in which runs differ; undefined where a run has nothing there. */
export interface DifferentSetting {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** One number of the answer, run by run; `difference` is the last less the first, with errors in quadrature. */
export interface ComparedRow {
  readonly quantity: string;
  readonly values: readonly (number | null)[];
  readonly errors: readonly (number | null)[];
  readonly difference: number | null;
  readonly error: number | null;
  readonly ratio: number | null;
}

/** What differs between runs, in the question and in the answer. */
export interface Comparison {
  readonly runs: readonly { readonly search: string; readonly digest: string }[];
  readonly settings: readonly DifferentSetting[];
  readonly rows: readonly ComparedRow[];
}

/** Parts of a plan that follow from the others. */
const DERIVED = new Set(['digest', 'searchDigest', 'samples', 'settings', 'masked', 'registeredAxes', 'countedWith']);

/** Numbers of an answer that are compared, by their path in the document of a run. */
const ANSWERS = [
  ...['acceptance.signal', 'acceptance.normalisation', 'acceptanceRatio', 'kaonDecays', 'protons', 'ses', 'background'],
  ...[
    'observed',
    'limit.observed',
    'limit.expected.2',
    'limitAtPublishedCount.observed',
    'limitAtPublishedCount.expected.2',
  ],
];

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function leaves(value: unknown, path: string, found: Map<string, unknown>): void {
  if (!isPlain(value)) {
    found.set(path, value);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (path === '' && DERIVED.has(key)) continue;
    leaves(child, path === '' ? key : `${path}.${key}`, found);
  }
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => (isPlain(here) ? here[key] : undefined), value);

function numberAt(document: RunHead, path: string): { value: number | null; error: number | null } {
  const found = at(document, path);
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return isPlain(found)
    ? { value: number(found['value']), error: number(found['error']) }
    : { value: number(found), error: null };
}

/**
 * What differs between finished runs: every place of search, experiment, seed and size, and the numbers of the answer with
 * the error of their difference. Counts of a closed box are null, as in the runs. Throws InvalidInput for fewer than two.
 */
export function compareRuns(runs: readonly ComparedRun[]): Comparison {
  if (runs.length < 2) throw new InvalidInput('RUN', 'at least two runs are needed to compare');
  const asked = runs.map(({ plan }) => {
    const found = new Map<string, unknown>();
    leaves(plan, '', found);
    return found;
  });
  const paths = [...new Set(asked.flatMap((one) => [...one.keys()]))];
  const settings = paths
    .map((path) => ({ path, values: asked.map((one) => one.get(path)) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
  const rows = ANSWERS.flatMap((quantity): ComparedRow[] => {
    const found = runs.map(({ document }) => numberAt(document, quantity));
    if (found.every(({ value }) => value === null)) return [];
    const [first, last] = [found[0], found[found.length - 1]];
    const known = first.value !== null && last.value !== null;
    const difference = known ? (last.value as number) - (first.value as number) : null;
    const error =
      known && first.error !== null && last.error !== null
        ? Math.sqrt(first.error * first.error + last.error * last.error)
        : null;
    const ratio = known && first.value !== 0 ? (last.value as number) / (first.value as number) : null;
    return [
      {
        quantity,
        values: found.map(({ value }) => value),
        errors: found.map((one) => one.error),
        difference,
        error,
        ratio,
      },
    ];
  });
  return {
    runs: runs.map(({ document }) => ({ search: document.search, digest: document.digest.result })),
    settings,
    rows,
  };
}
