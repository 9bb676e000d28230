import { tableOfRows } from '../../search/results/exported-rows.ts';
import type { ExportColumn, ExportTable } from '../../search/results/table.ts';
import { analysisOf } from './analyses/index.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import { reproduceRows } from './rows.ts';
import type { RunDocument, SpectrumResult } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Every table of a run: published beside computed, cut-flow, backgrounds, spectra, then those of its analyses. */
export function tablesOfRun(plan: RunPlan, run: RunDocument): ExportTable[] {
  const { search } = plan;
  const data = run.data.kind === 'pseudo-data' ? 'pseudo-data' : 'data';
  return [
    tableOfRows(reproduceRows(search, run)),
    ...run.cutflow
      .filter(({ role }) => role === 'signal' || role === 'normalisation')
      .map(({ role, decay, steps }) => ({
        name: `Cut-flow of the ${role}`,
        description: `Fraction of simulated decays ${decay} left after each step.`,
        independent: [{ name: 'step', values: steps.map(({ name }) => name) }],
        dependent: [
          { name: 'candidates', values: steps.map(({ candidates }) => candidates) },
          {
            name: 'efficiency',
            values: steps.map(({ efficiency }) => efficiency.value),
            errors: steps.map(({ efficiency }) => efficiency.error),
            qualifier: 'simulation',
          },
        ],
      })),
    ...(run.background.sources.length === 0 ? [] : [backgroundTable(run)]),
    ...Object.entries(run.spectra)
      .filter(([name]) => name === DISCRIMINANT || name in search.spectra)
      .map(([name, spectrum]) => spectrumTable(name, spectrum, data)),
    ...Object.entries(search.analyses ?? {}).flatMap(([name, section]) =>
      (analysisOf(section, name).tables?.(section, run.analyses[name], search) ?? []).map((table) => ({
        ...table,
        name: `${name}: ${table.name}`.slice(0, 64),
      })),
    ),
  ];
}

function backgroundTable({ background: { sources } }: RunDocument): ExportTable {
  return {
    name: 'Backgrounds',
    description:
      'Expected background events in the signal region, by source; below the upper limit (90 % confidence) where no simulated event survives.',
    independent: [{ name: 'source', values: sources.map(({ name }) => name) }],
    dependent: [
      {
        name: 'expected events',
        values: sources.map(({ value, upperLimit }) =>
          upperLimit === null ? value : `< ${upperLimit.toPrecision(3)}`,
        ),
        errors: sources.map(({ error, upperLimit }) => (upperLimit === null ? error : null)),
      },
      { name: 'simulated candidates', values: sources.map(({ candidates }) => candidates) },
    ],
  };
}

/** Bins of a spectrum, last axis fastest. */
function binsOf({ axes }: SpectrumResult): ExportColumn[] {
  const total = axes.reduce((product, { bins }) => product * bins, 1);
  let after = total;
  return axes.map(({ symbol, unit, from, to, bins }, a) => {
    after /= bins;
    const step = after;
    const width = (to - from) / bins;
    const edge = (i: number): number => Number(((from + i * width) / unit.size).toPrecision(12));
    return {
      name: axes.findIndex((axis) => axis.symbol === symbol) === a ? symbol : `${symbol} (${a + 1})`,
      ...(unit.name === '' ? {} : { unit: unit.name }),
      values: Array.from({ length: total }, (_, flat) => {
        const i = Math.floor(flat / step) % bins;
        return { low: edge(i), high: edge(i + 1) };
      }),
    };
  });
}

function spectrumTable(name: string, spectrum: SpectrumResult, data: string): ExportTable {
  const { signal, backgrounds } = spectrum;
  return {
    name: `Spectrum: ${name}`.slice(0, 64),
    description:
      'Selected candidates: shape of the signal for one expected event in the signal region, expected backgrounds, counts; masked bins of a closed box have none.',
    independent: binsOf(spectrum),
    dependent: [
      { name: 'signal', values: signal, qualifier: 'simulation' },
      ...Object.entries(backgrounds).map(([source, values]) => ({ name: source, values, qualifier: 'simulation' })),
      ...(spectrum.data === null ? [] : [{ name: 'counts', values: spectrum.data, qualifier: data }]),
    ],
  };
}
