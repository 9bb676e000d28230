import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import type { ReportPart, ReportTable } from '../../../../stages/report/index.ts';
import type { RunDocument } from '../../run-document.ts';
import { pointName } from './grid.ts';
import type { MassScanResult, ScannedHypothesis } from './result.ts';

const dataName = (run: RunDocument): string => (run.data.kind === 'pseudo-data' ? 'pseudo-data' : 'observed');

/** Paragraphs and tables of a scan: a dozen hypotheses, the largest excess, predictions, notes. */
export function massScanReport(section: MassScan, result: MassScanResult, run: RunDocument): ReportPart {
  const { hypotheses, global, blind, notes, predictions } = result;
  const first = hypotheses[0];
  return {
    id: 'mass-scan',
    heading: 'Mass scan',
    paragraphs: [
      `${hypotheses.length} hypotheses in ${result.masses.join(' and ')}, each with its own acceptance, window, background and exact CLs limit at ${100 * result.level} % confidence.`,
      global === null
        ? blind
          ? 'The box is closed: limits are expected ones.'
          : 'No global p-value was asked for.'
        : `Largest excess at ${pointName(section, Object.values(global.masses))}: local p = ${global.localP.toPrecision(2)}, global p = ${global.p.toPrecision(2)} (${global.significance.toFixed(1)}σ) by ${global.method}, in ${dataName(run)}.`,
      ...Object.entries(predictions).map(
        ([name, { masses, value, limit, excluded }]) =>
          `${name} predicts ${value.toPrecision(2)} at ${pointName(section, masses)}: ${excluded === null ? 'not searched' : `${excluded ? 'excluded' : 'not excluded'} by the limit ${limit?.toPrecision(2)}`}.`,
      ),
      ...(section.statement === undefined ? [] : [section.statement]),
      ...notes,
    ],
    tables: [...(first === undefined ? [] : [hypothesesTable(section, hypotheses)]), ...trials(result)],
  };
}

function trials({ lookElsewhere }: MassScanResult): ReportTable[] {
  if (lookElsewhere === null) return [];
  return [
    {
      caption: 'What a local excess would amount to anywhere in the scan, from background-only scans',
      columns: ['local σ', 'global p', 'global σ'],
      rows: lookElsewhere.map(({ local, p, global }) => [local, p, global]),
    },
  ];
}

function hypothesesTable(section: MassScan, hypotheses: readonly ScannedHypothesis[]): ReportTable {
  const step = Math.max(1, Math.floor((hypotheses.length - 1) / 11));
  const cost = section.without === undefined ? [] : [`lost by '${section.without.cuts.join(', ')}'`];
  return {
    caption: 'Some of the hypotheses',
    columns: [
      'masses',
      'acceptance',
      'resolution',
      'in the window',
      'background',
      'expected limit',
      'limit',
      'local p',
      ...cost,
    ],
    rows: hypotheses
      .filter((_, h) => h % step === 0)
      .map((hypothesis) => [
        pointName(section, Object.values(hypothesis.masses)),
        { ...hypothesis.acceptance, role: 'computed' as const },
        hypothesis.resolution.map((width) => (width === null ? '–' : `${(width * 1e3).toFixed(2)} MeV`)).join(', '),
        hypothesis.efficiency,
        { ...hypothesis.background },
        hypothesis.expected?.[2] ?? null,
        hypothesis.observed ?? hypothesis.atPublishedCount,
        hypothesis.localP,
        ...(section.without === undefined ? [] : [hypothesis.cost]),
      ]),
  };
}
