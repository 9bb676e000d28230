import type { ExportColumn, ExportTable } from '../../../../search/results/table.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import type { MassScanResult, ScannedHypothesis } from './result.ts';

const inMeV = (mass: number): number => Number((mass * 1e3).toPrecision(10));

function massColumns({ masses, hypotheses }: MassScanResult): ExportColumn[] {
  return masses.map((name) => ({
    name: `m(${name})`,
    unit: 'MeV',
    values: hypotheses.map((hypothesis) => inMeV(hypothesis.masses[name])),
  }));
}

/** Tables of a scan: limits, acceptance and resolution by mass, acceptance by mass and lifetime, couplings. */
export function massScanTables(_section: MassScan, result: MassScanResult): ExportTable[] {
  const { hypotheses, level, lifetimes, coupling } = result;
  if (hypotheses.length === 0) return [];
  const column = (name: string, pick: (hypothesis: ScannedHypothesis) => number | null) => ({
    name,
    values: hypotheses.map(pick),
  });
  const independent = massColumns(result);
  const limits: ExportTable = {
    name: 'limits against mass',
    description: `Upper limits on the branching fraction at ${100 * level} % confidence (CLs), local p-values and what they are made of. Absent where the box is closed.`,
    independent,
    dependent: [
      ...['−2σ', '−1σ', 'median', '+1σ', '+2σ'].map((name, k) =>
        column(`expected limit ${name}`, ({ expected }) => expected?.[k] ?? null),
      ),
      column('observed limit', ({ observed }) => observed),
      column('limit at the published count', ({ atPublishedCount }) => atPublishedCount),
      column('local p-value', ({ localP }) => localP),
      column('events', ({ events }) => events),
      {
        name: 'expected background',
        values: hypotheses.map(({ background }) => background.value),
        errors: hypotheses.map(({ background }) => background.error),
      },
      column('branching fraction per event', ({ ses }) => ses),
    ],
  };
  const acceptance: ExportTable = {
    name: 'acceptance against mass',
    description:
      'Acceptance of the selection with trigger, fraction of it in the window, resolution, half-width of the window.',
    independent,
    dependent: [
      {
        name: 'acceptance',
        values: hypotheses.map((hypothesis) => hypothesis.acceptance.value),
        errors: hypotheses.map((hypothesis) => hypothesis.acceptance.error),
        qualifier: 'simulation',
      },
      column('fraction in the window', ({ efficiency }) => efficiency),
      ...result.masses.flatMap((name, axis) => [
        { ...column(`resolution of m(${name})`, ({ resolution }) => scaled(resolution[axis])), unit: 'MeV' },
        { ...column(`half-width in m(${name})`, ({ halfWidth }) => scaled(halfWidth[axis])), unit: 'MeV' },
      ]),
    ],
  };
  const byLifetime: ExportTable[] =
    lifetimes === null
      ? []
      : [
          {
            name: 'acceptance against mass and lifetime',
            description: `Acceptance relative to a prompt decay of ${lifetimes.particle}.`,
            independent: [
              {
                name: `m(${lifetimes.particle})`,
                unit: 'MeV',
                values: lifetimes.masses.flatMap((mass) => lifetimes.lifetimes.map(() => inMeV(mass))),
              },
              { name: 'cτ', unit: 'm', values: lifetimes.masses.flatMap(() => [...lifetimes.lifetimes]) },
            ],
            dependent: [
              {
                name: 'relative acceptance',
                values: lifetimes.acceptance.flatMap((row) => row.map(({ value }) => value)),
                errors: lifetimes.acceptance.flatMap((row) => row.map(({ error }) => error)),
                qualifier: 'simulation',
              },
            ],
          },
        ];
  const ranges = (coupling?.excluded ?? []).flatMap(({ mass, expected, observed }) => [
    ...expected.map((range) => ({ mass, range, kind: 'expected' })),
    ...(observed ?? []).map((range) => ({ mass, range, kind: 'observed' })),
  ]);
  const couplings: ExportTable[] =
    coupling === null || ranges.length === 0
      ? []
      : [
          {
            name: 'excluded couplings',
            description: `Ranges of ${coupling.symbol} that are excluded at each mass.`,
            independent: [
              { name: 'mass', unit: 'MeV', values: ranges.map(({ mass }) => inMeV(mass)) },
              { name: 'limit', values: ranges.map(({ kind }) => kind) },
            ],
            dependent: [
              { name: `lowest ${coupling.symbol}`, unit: coupling.unit, values: ranges.map(({ range }) => range[0]) },
              { name: `highest ${coupling.symbol}`, unit: coupling.unit, values: ranges.map(({ range }) => range[1]) },
            ],
          },
        ];
  return [limits, acceptance, ...byLifetime, ...couplings];
}

const scaled = (mass: number | null | undefined): number | null =>
  mass === null || mass === undefined ? null : inMeV(mass);
