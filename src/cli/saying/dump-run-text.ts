import type { DumpRunDocument } from '../../modes/dump/run-document.ts';
import { settingsText } from '../../search/results/asked-notes.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';
import { measuredText } from '../text/value.ts';

type Shown = { [K in keyof DumpRunDocument]: DumpRunDocument[K] | null } & {
  readonly folder: string;
  readonly report: string;
};

/** A run behind a dump for people: events factor by factor, backgrounds, limit, excluded masses. Parts not reached are left out. */
export function dumpRunText(run: Shown): string {
  const parts: string[] = [
    `${run.channel}, ${run.model}: ${run.events?.toLocaleString('en-GB')} decays per mass, seed ${run.seed}`,
  ];
  const set = settingsText(run.settings ?? []);
  if (set !== undefined && run.projection == null) parts.push(set.replaceAll('`', ''));
  if (run.projection != null) parts.push(run.projection.rules.join('\n'));
  const { reference, cutflow, background, combinatorial, limit, exclusion, combined, lifetimeMap: map } = run;
  if (reference !== null && cutflow !== null) {
    const coupling = reference.coupling === null ? '' : `, coupling ${numberText(reference.coupling, 3)}`;
    parts.push(
      `Expected events at ${numberText(reference.mass, 3)} GeV${coupling}, cτ = ${numberText(reference.ctau, 3)} m, production ${reference.production}`,
      tableText(
        [
          ['FACTOR', 'VALUE', 'PRODUCT'],
          ...cutflow[0].steps.map(({ name, factor, yield: left }) => [
            name,
            numberText(factor, 3),
            numberText(left, 3),
          ]),
        ],
        [1, 2],
      ),
    );
  }
  if (background !== null)
    parts.push(
      tableText([
        ['BACKGROUND (cited)', 'IN THE SIGNAL REGION'],
        ...background.sources.map(({ title, value, error, upperLimit }) => [
          title,
          upperLimit === null ? measuredText(value ?? 0, error ?? 0) : `< ${numberText(upperLimit, 2)}`,
        ]),
        ...(combinatorial === null
          ? []
          : [
              [
                'pairs of halo tracks, simulated',
                `${measuredText(combinatorial.signal.value, combinatorial.signal.error)}, from the control region`,
              ],
            ]),
      ]),
    );
  if (limit !== null) {
    const seen =
      run.observed === null
        ? run.projection === null
          ? 'box closed'
          : 'a projection'
        : `${run.observed} observed${run.data?.kind === 'pseudo-data' ? ' (pseudo-data)' : ''}`;
    parts.push(
      tableText([
        [`UPPER LIMIT ON SIGNAL EVENTS (${numberText(100 * limit.cl)} % CL, ${limit.method})`, ''],
        [seen, limit.observed === null ? '–' : numberText(limit.observed, 3)],
        ['expected', limit.expected.map((x) => numberText(x, 3)).join(' … ')],
        ...(run.projection === null
          ? [['with the published count (input)', numberText(run.limitAtPublishedCount?.observed ?? 0, 3)]]
          : []),
      ]),
    );
  }
  for (const one of [exclusion, combined]) {
    if (one === null) continue;
    const masses = one.edges.filter(({ lower }) => lower !== null).map(({ mass }) => mass);
    const range =
      masses.length === 0
        ? 'nothing'
        : `${numberText(Math.min(...masses), 3)} to ${numberText(Math.max(...masses), 3)} GeV`;
    parts.push(
      one.kind === 'projection'
        ? `Projected to be excluded by ${one.searches.join(' and ')}: ${range}`
        : `Excluded by ${one.searches.join(' and ')} with the published events (input): ${range}`,
    );
  }
  if (map !== null) {
    const best = map.masses.flatMap((mass, i) => {
      const limits = map.limits[i].filter((value) => value !== null);
      return limits.length === 0 ? [] : [{ mass, limit: Math.min(...limits) }];
    });
    const lowest = best.reduce((a, b) => (b.limit < a.limit ? b : a), best[0]);
    if (lowest !== undefined)
      parts.push(
        `Best limit on the branching fractions of ${map.product}: ${numberText(lowest.limit, 3)} at ${numberText(lowest.mass, 3)} GeV`,
      );
  }
  parts.push(`report: ${run.report}`);
  return parts.join('\n\n');
}
