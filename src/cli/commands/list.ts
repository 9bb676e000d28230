import { unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { loadRegistries } from '../registries.ts';
import { tableText } from '../text/table.ts';

const KINDS = ['searches', 'models', 'experiments'] as const;
type Kind = (typeof KINDS)[number];
type Line = Readonly<Record<string, string | readonly string[]>>;

export const listCommand = defineCommand({
  examples: ['list', 'list models'],
  arguments: [{ name: 'KIND', brief: `Only these: ${KINDS.join(', ')}`, kind: 'optional' }],
  options: {},
  run: async (_, [only]): Promise<Partial<Record<Kind, Line[]>>> => {
    if (only !== undefined && !KINDS.includes(only as Kind)) throw unknownName('KIND', 'kind', only, KINDS);
    const { searches, models, experiments } = await loadRegistries();
    const lists: Record<Kind, Line[]> = {
      searches: Object.values(searches).map(({ id, title, channel, experiment, references }) => {
        return { id, title, channel, experiment, references };
      }),
      models: Object.values(models).map(({ id, title, symbol, benchmark, coupling, references }) => {
        return { id, title, symbol, coupling: coupling.symbol, ...(benchmark && { benchmark }), references };
      }),
      experiments: Object.values(experiments).map(({ id, title, references }) => ({ id, title, references })),
    };
    return only === undefined ? lists : { [only]: lists[only as Kind] };
  },
  print: (lists) => {
    const tables = KINDS.flatMap((kind) => {
      const lines = lists[kind] ?? [];
      if (lines.length === 0) return [];
      const keys = ['id', 'channel', 'experiment', 'symbol', 'coupling', 'benchmark', 'title'].filter((key) =>
        lines.some((line) => key in line),
      );
      const head = keys.map((key) => (key === 'id' ? kind : key).toUpperCase());
      return [tableText([head, ...lines.map((line) => keys.map((key) => String(line[key] ?? '')))])];
    });
    return tables.join('\n\n');
  },
});
