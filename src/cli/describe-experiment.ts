import type { AnyExperiment } from '../experiments/experiment.ts';
import { listFacts } from '../units/index.ts';
import { tableText } from './text/table.ts';
import { valueText } from './text/value.ts';

/** An experiment for people: its trigger lines, then every number with tag and source. */
export function describeExperiment({ id, title, references, triggers, ...rest }: AnyExperiment): string {
  const lines = Object.entries(triggers).map(([name, line]) => [
    name,
    line.title,
    'hardware' in line ? line.hardware.join('·') : '',
    'software' in line ? line.software.join('·') : '',
    String(line.downscaling.value),
  ]);
  const facts = listFacts({ ...rest, triggers }).map(({ path, fact }) => [
    path,
    valueText(fact.value),
    fact.tag,
    fact.source,
    fact.note ?? '',
  ]);
  return [
    `${id}: ${title}`,
    `References: ${references.join('; ')}`,
    '',
    'Trigger lines',
    tableText([['LINE', 'MEANING', 'HARDWARE', 'SOFTWARE', 'DOWNSCALING'], ...lines], [4]),
    '',
    'Numbers, in GeV and metres (times are lengths, c = 1)',
    tableText([['NAME', 'VALUE', 'TAG', 'SOURCE', 'NOTE'], ...facts]),
  ].join('\n');
}
