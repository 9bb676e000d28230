import { InvalidInput } from '../../schema/index.ts';
import { backgroundKinds } from '../../statistics/counting/background/background-model.ts';
import { type CountingLimit, countingLimit } from '../../statistics/counting/counting-limit.ts';
import { limitMethodNames } from '../../statistics/counting/limit-methods.ts';
import type { ConfidenceInterval } from '../../statistics/histfactory/limits/confidence-interval.ts';
import type { WorkspaceLimit } from '../../statistics/histfactory/limits/workspace-limit-result.ts';
import { defineCommand, type Session } from '../command.ts';
import { refuseErrorOfFixed } from '../options/background.ts';
import { within } from '../options/budget.ts';
import { given, keysOf, refuseGiven } from '../options/given.ts';
import {
  readCount,
  readError,
  readLevel,
  readNonNegative,
  readPositive,
  readRelative,
  readWhole,
} from '../options/numbers.ts';
import { choice, type OptionValues, option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { limitText } from '../saying/limit-text.ts';
import { workspaceIntervalText, workspaceLimitText } from '../saying/workspace-text.ts';

const COUNTING_OPTIONS = {
  observed: option(readWhole, 'Events seen', 'expected limits only, as for a closed box'),
  background: option(readNonNegative, 'Background events expected'),
  backgroundError: option(readError, 'Its standard deviation, or up,down', 'known exactly'),
  backgroundModel: choice(backgroundKinds, 'Distribution of the background'),
  ses: option(readPositive, 'Single-event sensitivity: gives the limit as a branching fraction too'),
  sesError: option(readRelative, 'Relative error of the single-event sensitivity: 0.05 is 5 %', '0'),
  method: choice(['auto', ...limitMethodNames], 'How the limit is found', 'auto'),
};
const FILE_OPTIONS = {
  interval: choice(
    ['upper', 'two-sided', 'feldman-cousins'],
    'Upper limit by CLs, or an interval of the profile likelihood',
    'upper',
  ),
  poi: option(readText, 'Parameter of interest', "the measurement's"),
  ...WORKSPACE_OPTIONS,
};
const OPTIONS = {
  ...COUNTING_OPTIONS,
  cl: option(readLevel, 'Confidence level', '0.9 for counts, 0.95 for a workspace'),
  toys: within('toys', option(readCount, 'Pseudo-experiments, in place of exact sums or large-sample formulae')),
  ...FILE_OPTIONS,
};
type Values = OptionValues<typeof OPTIONS>;

/** A counting limit as the command prints it. */
export type CountingDocument = Omit<CountingLimit, 'level'> & { readonly cl: number };

/** The limit of a workspace as the command prints it. */
export interface WorkspaceLimitDocument extends Omit<WorkspaceLimit, 'level' | 'observed' | 'expected'> {
  readonly file: string;
  readonly cl: number;
  readonly limit: Pick<WorkspaceLimit, 'observed' | 'expected'>;
}

/** An interval of a workspace's parameter of interest as the command prints it. */
export interface WorkspaceIntervalDocument extends Omit<ConfidenceInterval, 'level'> {
  readonly file: string;
  readonly cl: number;
}
type WorkspaceDocument = WorkspaceLimitDocument | WorkspaceIntervalDocument;

export const limitCommand = defineCommand({
  examples: [
    'limit --observed 0 --background 0.26 --background-error 0.04 --ses 3.5e-11',
    'limit workspace.json --cl 0.95',
    'limit workspace.json --interval two-sided --cl 0.68',
    'limit workspace.json --interval feldman-cousins --toys 2000',
  ],
  details: 'Of one counting experiment, or of a likelihood: pyhf workspace, Combine card, HistFactory XML.',
  arguments: [
    { name: 'FILE', brief: 'A pyhf workspace, Combine card or HistFactory XML, in place of counts', kind: 'optional' },
  ],
  options: OPTIONS,
  run: async (values, [file], { seed, notice, progress }): Promise<CountingDocument | WorkspaceDocument> => {
    if (file === undefined) {
      refuseGiven(values, keysOf(FILE_OPTIONS), 'is for workspaces; name a FILE.json, or leave it out.');
      return countingDocument(values, seed);
    }
    refuseGiven(values, keysOf(COUNTING_OPTIONS), `is for counts; the counts of ${file} stand in the file.`);
    return await workspaceDocument(file, values, { seed, notice, progress });
  },
  print: (document) => {
    if ('limit' in document) return workspaceLimitText(document);
    return 'interval' in document ? workspaceIntervalText(document) : limitText(document);
  },
});

function countingDocument(values: Values, seed: number): CountingDocument {
  const { background, cl, observed, backgroundError, backgroundModel, ses, sesError, method, toys } = values;
  if (background === undefined) {
    throw new InvalidInput('background', 'missing; give the expected background events, or a workspace FILE.json.');
  }
  if (toys !== undefined && method !== 'cls-toys') {
    throw new InvalidInput('toys', `the method '${method ?? 'auto'}' throws none; add --method cls-toys.`);
  }
  refuseErrorOfFixed(backgroundModel, backgroundError);
  if (sesError !== undefined && ses === undefined) {
    throw new InvalidInput('sesError', 'is the relative error of --ses, which is missing.');
  }
  const { level, ...limit } = countingLimit({
    ...given({ backgroundError, backgroundModel, ses, sesError, method, toys, level: cl }),
    background,
    observed: observed ?? null,
    seed,
  });
  return { cl: level, ...limit };
}

async function workspaceDocument(
  file: string,
  values: Values,
  { seed, notice, progress }: Pick<Session, 'seed' | 'notice' | 'progress'>,
): Promise<WorkspaceDocument> {
  const { readWorkspaceModel } = await import('../../hosts/node/files/read-workspace.ts');
  const { cl, toys, poi, measurement, normsys, histosys, interval = 'upper' } = values;
  if (interval === 'two-sided' && toys !== undefined)
    throw new InvalidInput('toys', 'the two-sided interval is asymptotic and throws none.');
  const model = await readWorkspaceModel(file, { poi, measurement, normsys, histosys }, notice);
  const document = {
    upper: async () => {
      const { workspaceLimit } = await import('../../statistics/histfactory/limits/workspace-limit.ts');
      const { level, observed, expected, ...rest } = workspaceLimit(model, { level: cl, toys, seed });
      return { file, cl: level, limit: { observed, expected }, ...rest };
    },
    'two-sided': async () => {
      const { twoSidedInterval } = await import('../../statistics/histfactory/limits/two-sided-interval.ts');
      const { level, ...rest } = twoSidedInterval(model, cl);
      return { file, cl: level, ...rest };
    },
    'feldman-cousins': async () => {
      const { feldmanCousinsInterval } = await import(
        '../../statistics/histfactory/limits/feldman-cousins-interval.ts'
      );
      progress.begin(`limit ${file}`);
      const onToys = (done: number, total: number): void =>
        progress.update({ done, total, unit: 'pseudo-experiments' });
      const { level, ...rest } = feldmanCousinsInterval(model, { level: cl, toys, seed, onToys });
      progress.end();
      return { file, cl: level, ...rest };
    },
  } satisfies Record<typeof interval, () => Promise<WorkspaceDocument>>;
  return await document[interval]();
}
