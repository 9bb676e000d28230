import type { AnyExperiment } from '../experiments/experiment.ts';
import { factsText } from './describe-facts.ts';
import { tableText } from './text/table.ts';

/** An experiment for people: its trigger lines, then every number with tag and source. */
export function describeExperiment({ id, title, references, triggers, ...rest }: AnyExperiment): string {
  const lines = Object.entries(triggers).map(([name, line]) => [
    name,
    line.title,
    'hardware' in line ? line.hardware.join('·') : '',
    'software' in line ? line.software.join('·') : '',
    String(line.downscaling.value),
  ]);
  return [
    `${id}: ${title}`,
    `References: ${references.join('; ')}`,
    '',
    'Trigger lines',
    tableText([['LINE', 'MEANING', 'HARDWARE', 'SOFTWARE', 'DOWNSCALING'], ...lines], [4]),
    '',
    factsText({ ...rest, triggers }),
  ].join('\n');
}
