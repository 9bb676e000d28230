import { unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { loadRegistries } from '../registries.ts';
import { tableText } from '../text/table.ts';

const KINDS = ['searches', 'experiments'] as const;
type Kind = (typeof KINDS)[number];

interface Line {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
}
interface SearchLine extends Line {
  readonly channel: string;
  readonly experiment: string;
}
interface Listing {
  readonly searches?: readonly SearchLine[];
  readonly experiments?: readonly Line[];
}

export const listCommand = defineCommand({
  examples: ['list', 'list experiments'],
  arguments: [{ name: 'searches|experiments', brief: 'Only these', kind: 'optional' }],
  options: {},
  run: async (_, [only]): Promise<Listing> => {
    if (only !== undefined && !KINDS.includes(only as Kind)) throw unknownName('list', 'kind of document', only, KINDS);
    const { searches, experiments } = await loadRegistries();
    return {
      ...(only !== 'experiments' && {
        searches: Object.values(searches).map(({ id, title, channel, experiment, references }) => ({
          id,
          title,
          channel,
          experiment,
          references,
        })),
      }),
      ...(only !== 'searches' && {
        experiments: Object.values(experiments).map(({ id, title, references }) => ({ id, title, references })),
      }),
    };
  },
  print: ({ searches, experiments }) => {
    const parts: string[] = [];
    if (searches !== undefined) {
      const rows = searches.map(({ id, channel, experiment, title }) => [id, channel, experiment, title]);
      parts.push(tableText([['SEARCH', 'CHANNEL', 'EXPERIMENT', 'TITLE'], ...rows]));
    }
    if (experiments !== undefined) {
      parts.push(tableText([['EXPERIMENT', 'TITLE'], ...experiments.map(({ id, title }) => [id, title])]));
    }
    return parts.join('\n\n');
  },
});
