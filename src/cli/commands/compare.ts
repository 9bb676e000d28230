import { InvalidInput } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';
import { measuredText } from '../text/value.ts';

const shown = (value: number | null, error: number | null): string =>
  value === null ? '–' : error === null || error === 0 ? numberText(value, 4) : measuredText(value, error);

export const compareCommand = defineCommand({
  examples: ['compare runs/kaon-munuee-0123456789ab runs/mine'],
  details:
    'What differs between finished runs: in the question every place of the search, its experiment, seed and size; in the ' +
    'answer acceptance, normalisation, sensitivity, background and limits, with the error of the difference (last less ' +
    'first, errors in quadrature: runs with one seed share their events, so it is an upper estimate for those).',
  arguments: [{ name: 'RUN', brief: 'Folders of finished runs, two or more', kind: 'many' }],
  options: {},
  run: async (_, folders) => {
    const { theSameTwice } = await import('../../hosts/node/files/same-file.ts');
    const twice = await theSameTwice(folders);
    if (twice !== null) throw new InvalidInput('RUN', `'${twice}' is there twice; a run does not differ from itself.`);
    const { readRun } = await import('../../hosts/node/run-search.ts');
    const { compareRuns } = await import('../../run/compare.ts');
    return { folders, ...compareRuns(await Promise.all(folders.map(readRun))) };
  },
  print: ({ folders, settings, rows }) =>
    [
      settings.length === 0
        ? 'The same was asked.'
        : tableText([
            ['ASKED', ...folders],
            ...settings.map(({ path, values }) => [path, ...values.map((value) => String(value ?? '–').slice(0, 40))]),
          ]),
      tableText([
        ['ANSWER', ...folders, 'DIFFERENCE', 'RATIO'],
        ...rows.map(({ quantity, values, errors, difference, error, ratio }) => [
          quantity,
          ...values.map((value, i) => shown(value, errors[i])),
          shown(difference, error),
          ratio === null ? '–' : ratio.toFixed(3),
        ]),
      ]),
    ].join('\n\n'),
});
