import type { ExportTable } from '../export/export-table.ts';
import type { MassScanResult } from './mass-scan-result.ts';
import type { MassScan } from './mass-scan-section.ts';

/** Limits and acceptance against mass, and the acceptance against mass and lifetime where it was simulated. */
export function massScanTables(_section: MassScan, { masses, hypotheses, lifetimes }: MassScanResult): ExportTable[] {
  const independent = masses.map((name) => ({
    name: `m(${name})`,
    unit: 'GeV',
    values: hypotheses.map((point) => point.masses[name]),
  }));
  const expected = (i: number) => hypotheses.map((point) => point.expected?.[i] ?? null);
  const tables: ExportTable[] = [
    {
      name: 'limits against mass',
      description:
        'Acceptance and upper limits on the branching ratio per hypothesis; a closed box has no observed ones.',
      independent,
      dependent: [
        {
          name: 'acceptance',
          values: hypotheses.map(({ acceptance }) => acceptance.value),
          errors: hypotheses.map(({ acceptance }) => acceptance.error),
          qualifier: 'simulation',
        },
        {
          name: 'background',
          values: hypotheses.map(({ background }) => background.value),
          errors: hypotheses.map(({ background }) => background.error),
        },
        { name: 'observed limit', values: hypotheses.map(({ observed }) => observed) },
        ...['−2σ', '−1σ', 'median', '+1σ', '+2σ'].map((name, i) => ({
          name: `expected limit, ${name}`,
          values: expected(i),
        })),
        { name: 'local p-value', values: hypotheses.map(({ localP }) => localP) },
      ],
    },
  ];
  if (lifetimes !== null) {
    const cells = lifetimes.masses.flatMap((mass, i) =>
      lifetimes.lifetimes.map((lifetime, j) => ({ mass, lifetime, ...lifetimes.acceptance[i][j] })),
    );
    tables.push({
      name: 'acceptance against mass and lifetime',
      description: `Acceptance relative to a prompt decay of ${lifetimes.particle}, against its mass and cτ.`,
      independent: [
        { name: `m(${lifetimes.particle})`, unit: 'GeV', values: cells.map(({ mass }) => mass) },
        { name: 'cτ', unit: 'm', values: cells.map(({ lifetime }) => lifetime) },
      ],
      dependent: [
        {
          name: 'relative acceptance',
          values: cells.map(({ value }) => value),
          errors: cells.map(({ error }) => error),
          qualifier: 'simulation',
        },
      ],
    });
  }
  return tables;
}
