import type { AnyExperiment } from '../../experiments/experiment.ts';
import { tableText } from '../text/table.ts';
import { factsText } from './describe-facts.ts';
import { spillText } from './describe-spill.ts';

/** An experiment for people: its trigger lines, what a spill does, then every number with tag and source. */
export function describeExperiment(experiment: AnyExperiment): string {
  const { id, title, references, triggers, ...rest } = experiment;
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
    ...('spill' in experiment ? [spillText(experiment), ''] : []),
    factsText({ ...rest, triggers }),
  ].join('\n');
}
