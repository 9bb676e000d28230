import { exp, log } from '../math/elementary.ts';
import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { HBAR_C } from '../units/index.ts';
import { numberText } from './text/number.ts';
import { tableText } from './text/table.ts';

const MASSES = 12;
const LARGEST_BRANCHINGS = 4;

/** A model as data: what it says in words, and its widths at a dozen masses for coupling 1. */
export interface ModelDocument {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly benchmark: string | null;
  readonly references: readonly string[];
  readonly coupling: HiddenModel['coupling'];
  readonly masses: HiddenModel['masses'];
  readonly mechanisms: readonly {
    readonly id: string;
    readonly title: string;
    readonly references: readonly string[];
  }[];
  readonly productions: Readonly<Record<string, string>>;
  readonly defaultProduction: string;
  readonly assumptions: readonly string[];
  readonly facts: HiddenModel['facts'] | null;
  readonly widths: readonly ModelWidths[];
}

/** At one mass (GeV): width in GeV and cτ in metres for coupling 1, branching fractions; null where not valid. */
export interface ModelWidths {
  readonly mass: number;
  readonly width: number | null;
  readonly lifetime: number | null;
  readonly branching: Readonly<Record<string, number>> | null;
  readonly reason: string | null;
}

/** The document of a model; functions become tables. */
export function modelDocument(model: HiddenModel): ModelDocument {
  const { id, title, symbol, benchmark, references, coupling, masses, mechanisms, productions } = model;
  return {
    id,
    title,
    symbol,
    benchmark: benchmark ?? null,
    references,
    coupling,
    masses,
    mechanisms: mechanisms.map((one) => ({ id: one.id, title: one.title, references: one.references })),
    productions: Object.fromEntries(Object.entries(productions).map(([name, production]) => [name, production.title])),
    defaultProduction: model.defaultProduction,
    assumptions: model.assumptions,
    facts: model.facts ?? null,
    widths: Array.from({ length: MASSES }, (_, i) => widthsAt(model, i / (MASSES - 1))),
  };
}

function widthsAt(model: HiddenModel, fraction: number): ModelWidths {
  const { min, max } = model.masses;
  // A little inside of the ends, where phase space is open; three digits are enough to read.
  const from = log(1.02 * min);
  const mass = Number(exp(from + fraction * (log(0.98 * max) - from)).toPrecision(3));
  const widths = model.widths(mass);
  if (!widths.valid) return { mass, width: null, lifetime: null, branching: null, reason: widths.reason };
  const { total, partial } = widths;
  const branching = Object.fromEntries(Object.entries(partial).map(([state, width]) => [state, width / total]));
  if (!(total > 0)) return { mass, width: total, lifetime: null, branching: null, reason: 'it does not decay' };
  return { mass, width: total, lifetime: HBAR_C / total, branching, reason: null };
}

/** A model for people. */
export function describeModel(model: ModelDocument): string {
  const { coupling, masses, widths } = model;
  const rows = widths.map(({ mass, lifetime, branching, reason }) => [
    numberText(mass),
    lifetime === null ? '–' : numberText(lifetime, 3),
    branching === null ? (reason ?? '') : branchingText(branching),
  ]);
  return [
    `${model.id}: ${model.title} (${model.symbol})${model.benchmark === null ? '' : `, benchmark ${model.benchmark}`}`,
    `References: ${model.references.join('; ')}`,
    '',
    `Coupling ${coupling.symbol}${coupling.unit === '1' ? '' : `, in ${coupling.unit}`}: ${coupling.definition}`,
    `Values worth scanning: ${numberText(coupling.range.min)} to ${numberText(coupling.range.max)}`,
    `Masses: ${numberText(masses.min)} to ${numberText(masses.max)} GeV`,
    '',
    `Lifetime for ${coupling.symbol} = 1 (it falls with the square) and largest branching fractions`,
    tableText([['MASS/GeV', 'cτ/m', 'DECAYS'], ...rows], [0, 1]),
    '',
    'Production sets',
    tableText(
      Object.entries(model.productions).map(([name, title]) => [
        `  ${name}`,
        title,
        name === model.defaultProduction ? '(default)' : '',
      ]),
    ),
    '',
    'Production mechanisms',
    tableText(model.mechanisms.map(({ id, title, references }) => [`  ${id}`, title, references.join('; ')])),
    '',
    ...model.assumptions.map((sentence) => `Note: ${sentence}`),
  ].join('\n');
}

function branchingText(branching: Readonly<Record<string, number>>): string {
  const largest = Object.entries(branching)
    .filter(([, fraction]) => fraction > 0)
    .sort(([, a], [, b]) => b - a);
  const shown = largest.slice(0, LARGEST_BRANCHINGS).map(([state, fraction]) => `${state} ${numberText(fraction, 3)}`);
  return `${shown.join(', ')}${largest.length > LARGEST_BRANCHINGS ? ', …' : ''}`;
}
