import type { ScannedHypothesis } from '../../modes/kaon/analyses/mass-scan/result.ts';
import type { ReachedPrecision } from '../../run/events-for-precision.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

interface ShownScan {
  readonly channel: string;
  readonly events: number;
  readonly seed: number;
  readonly level: number;
  readonly masses: readonly string[];
  readonly hypotheses: readonly ScannedHypothesis[];
  readonly global: {
    readonly p: number | null;
    readonly significance: number | null;
    readonly method?: 'toys' | 'up-crossings';
    readonly reason?: string;
  };
  readonly notes: readonly string[];
  readonly precision: ReachedPrecision | null;
  readonly projection: { readonly rules: readonly string[] } | null;
  readonly data: { readonly kind: string };
  readonly folder: string;
  readonly report: string;
}

/** How a global p-value was found. */
const LOOK_ELSEWHERE = {
  toys: 'pseudo-experiments of the whole scan',
  'up-crossings': 'up-crossings of a low level in pseudo-experiments (Gross and Vitells), an upper bound',
} as const;

/** Rows of a scan that people are shown; all are in --json. */
const SHOWN = 36;

/** A mass scan for people: some of the hypotheses, the smallest local p-value, the global one. */
export function scanText(scan: ShownScan): string {
  const { hypotheses, masses, global } = scan;
  const every = Math.max(1, Math.ceil(hypotheses.length / SHOWN));
  const short = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : numberText(value, 3);
  const rows = hypotheses
    .filter((_, h) => h % every === 0)
    .map((row) => [
      ...masses.map((name) => numberText(row.masses[name] * 1e3, 5)),
      numberText(row.acceptance.value, 3),
      numberText(row.background.value, 3),
      short(row.expected?.[0]),
      short(row.expected?.[2]),
      short(row.expected?.[4]),
      short(row.observed ?? row.atPublishedCount),
      short(row.localP),
    ]);
  const open = hypotheses.some(({ observed }) => observed !== null);
  const limit = open ? (scan.data.kind === 'pseudo-data' ? 'PSEUDO-DATA' : 'OBSERVED') : 'AT PUBLISHED COUNT';
  const names = masses.map((name) => `m(${name})/MeV`);
  const head = [...names, 'ACCEPTANCE', 'BACKGROUND', 'EXPECTED −2σ', 'MEDIAN', '+2σ', limit, 'LOCAL p'];
  return [
    `${scan.channel}, ${scan.events.toLocaleString('en-GB')} decays per sample, seed ${scan.seed}`,
    ...(scan.projection?.rules ?? []),
    `${hypotheses.length} hypotheses${every > 1 ? `, every ${every}th is shown` : ''}; limits on the branching fraction at ${100 * scan.level} % confidence`,
    tableText([head, ...rows], [...head.keys()]),
    global.p === null || global.significance === null
      ? `No global p-value: ${global.reason ?? ''}`
      : `Global p-value of the largest excess ${numberText(global.p, 2)} (${global.significance.toFixed(1)}σ), by ${LOOK_ELSEWHERE[global.method ?? 'toys']}`,
    ...(scan.precision === null ? [] : [precisionText(scan.precision)]),
    ...scan.notes,
    `Report: ${scan.report}`,
  ].join('\n\n');
}

const percent = (value: number | null): string => (value === null ? 'none' : `${(100 * value).toPrecision(2)} %`);

function precisionText({ asked, reached, events, tried }: ReachedPrecision): string {
  const before = tried.map((one) => `${one.events.toLocaleString('en-GB')}: ${percent(one.reached)}`).join('; ');
  return `Acceptance to ${percent(reached)} (median) with ${events.toLocaleString('en-GB')} decays per sample, asked ${percent(asked)}; looked at first: ${before}`;
}
