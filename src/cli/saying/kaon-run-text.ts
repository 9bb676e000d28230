import type { RunDocument } from '../../modes/kaon/run-document.ts';
import { settingsText } from '../../search/results/asked-notes.ts';
import { decaysText, missedTargets } from '../../search/results/power-text.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';
import { measuredText } from '../text/value.ts';

type Shown = { [K in keyof RunDocument]: RunDocument[K] | null } & {
  readonly folder: string;
  readonly report: string | null;
};

/** A run for people: cut-flow, normalisation, backgrounds, limit. Parts that the run stopped before are left out. */
export function runText(run: Shown): string {
  const parts: string[] = [
    `${run.channel}, ${run.power == null ? run.events?.toLocaleString('en-GB') : decaysText(run.events ?? 0, run.power)} decays per sample, seed ${run.seed}`,
  ];
  const set = settingsText(run.settings ?? []);
  if (set !== undefined && run.projection == null) parts.push(set.replaceAll('`', ''));
  if (run.projection != null) parts.push(run.projection.rules.join('\n'));
  const signal = run.cutflow?.find(({ role }) => role === 'signal');
  if (signal !== undefined) {
    parts.push(
      tableText(
        [
          ['CUT (signal)', 'SIMULATED', 'EFFICIENCY'],
          ...signal.steps.map(({ name, candidates, efficiency }) => [
            name,
            String(candidates),
            measuredText(efficiency.value, efficiency.error),
          ]),
        ],
        [1],
      ),
    );
  }
  if (run.kaonDecays !== null && run.ses !== null) {
    parts.push(
      tableText([
        ['kaon decays', measuredText(run.kaonDecays.value, run.kaonDecays.error)],
        ['single-event sensitivity', measuredText(run.ses.value, run.ses.error)],
      ]),
    );
  }
  if (run.errorBudget !== null) {
    parts.push(
      tableText([
        ['ERROR OF THE SENSITIVITY', 'RELATIVE'],
        ...run.errorBudget.map(({ source, relative }) => [source, `${(100 * relative).toFixed(2)} %`]),
      ]),
    );
  }
  if (run.background !== null) {
    const { sources, value, error, role } = run.background;
    const citation = (of: 'computed' | 'input') => (of === 'input' ? ' (cited)' : '');
    parts.push(
      tableText([
        ['BACKGROUND', 'EXPECTED'],
        ...sources.map((source) => [
          source.name,
          source.upperLimit === null
            ? `${measuredText(source.value, source.error)}${citation(source.role)}`
            : `< ${numberText(source.upperLimit, 2)} (none simulated survives)`,
        ]),
        ['total', `${measuredText(value, error)}${citation(role)}`],
      ]),
    );
  }
  if (run.power != null) {
    const missed = missedTargets(run.power);
    if (missed.length > 0) parts.push(['LESS WELL KNOWN THAN ASKED', ...missed].join('\n'));
  }
  if (run.limit !== null) {
    const { limit, data } = run;
    const seen =
      run.observed === null
        ? run.projection === null
          ? 'box closed'
          : 'a projection'
        : `${run.observed} observed${data?.kind === 'pseudo-data' ? ' (pseudo-data)' : ''}`;
    parts.push(
      tableText([
        [`UPPER LIMIT (${numberText(100 * limit.cl)} % CL, ${limit.method})`, ''],
        [seen, limit.observed === null ? '–' : numberText(limit.observed, 3)],
        [
          'expected',
          `${numberText(limit.expected[2], 3)} (${limit.expected.map((x) => numberText(x, 3)).join(' … ')})`,
        ],
      ]),
    );
  }
  if (run.report !== null) parts.push(`report: ${run.report}`);
  return parts.join('\n\n');
}
