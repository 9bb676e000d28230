import type { DumpExperiment } from '../../experiments/dump-experiment.ts';
import { experiments } from '../../experiments/index.ts';
import { exp, log } from '../../math/elementary.ts';
import type { HiddenModel } from '../../physics/hidden/hidden-model.ts';
import { HBAR_C } from '../../units/index.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

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
  /** What dumps make, for coupling 1 and the default set. */
  readonly yields: readonly ModelYields[];
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

/** Hidden particles per proton on one dump at one mass (GeV), by mechanism; those that are closed or do not hold are left out. */
export interface ModelYields {
  readonly experiment: string;
  readonly production: string;
  readonly mass: number;
  readonly perProton: Readonly<Record<string, number>>;
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
    yields: dumps.flatMap((dump) => massesOf(model).map((mass) => yieldsAt(model, dump, mass))),
    assumptions: model.assumptions,
    facts: model.facts ?? null,
    widths: massesOf(model).map((mass) => widthsAt(model, mass)),
  };
}

const dumps: readonly DumpExperiment[] = Object.values(experiments).filter(
  (experiment): experiment is Extract<typeof experiment, { kind: 'dump' }> => 'kind' in experiment,
);

/** A dozen masses a little inside of the ends, where phase space is open; three digits are enough to read. */
function massesOf({ masses: { min, max } }: HiddenModel): number[] {
  const from = log(1.02 * min);
  const span = log(0.98 * max) - from;
  return Array.from({ length: MASSES }, (_, i) => Number(exp(from + (i / (MASSES - 1)) * span).toPrecision(3)));
}

function yieldsAt(model: HiddenModel, { id, beam, dump }: DumpExperiment, mass: number): ModelYields {
  const target = { beamMomentum: beam.momentum.value, ...dump.target.value };
  const weights = model.productions[model.defaultProduction].weights(mass, target);
  const perProton: Record<string, number> = {};
  for (const mechanism of model.mechanisms) {
    const weight = weights[mechanism.id] ?? 0;
    const spectrum = weight > 0 ? mechanism.spectrum(mass, target) : undefined;
    if (spectrum?.valid) perProton[mechanism.id] = weight * spectrum.total;
  }
  return { experiment: id, production: model.defaultProduction, mass, perProton };
}

function widthsAt(model: HiddenModel, mass: number): ModelWidths {
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
    ...yieldsText(model),
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

/** Per dump, the largest mechanisms at each mass. */
function yieldsText({ yields, coupling }: ModelDocument): string[] {
  return dumps.flatMap(({ id, title }) => {
    const rows = yields
      .filter(({ experiment, perProton }) => experiment === id && Object.keys(perProton).length > 0)
      .map(({ mass, perProton }) => {
        const all = Object.values(perProton).reduce((sum, one) => sum + one, 0);
        return [numberText(mass), numberText(all, 3), branchingText(perProton)];
      });
    const head = `Made per proton for ${coupling.symbol} = 1 at ${title}, by the default set: all, and the largest parts`;
    return rows.length === 0 ? [] : [head, tableText([['MASS/GeV', 'ALL', 'MECHANISMS'], ...rows], [0, 1]), ''];
  });
}
