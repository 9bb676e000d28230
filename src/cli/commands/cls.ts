import { readWorkspaceModel } from '../../hosts/node/files/read-workspace.ts';
import { type WorkspaceCls, workspaceCls } from '../../statistics/histfactory/limits/workspace-cls.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { readCount, readPositive } from '../options/numbers.ts';
import { option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { workspaceClsText } from '../saying/workspace-text.ts';

/** CLs of a workspace as the command prints it. */
export interface ClsDocument extends Omit<WorkspaceCls, 'observed' | 'expected'> {
  readonly file: string;
  readonly cls: Pick<WorkspaceCls, 'observed' | 'expected'>;
}

export const clsCommand = defineCommand({
  examples: ['cls workspace.json', 'cls workspace.json --mu 2 --toys 10000'],
  arguments: [{ name: 'FILE', brief: 'A pyhf workspace, Combine card or HistFactory XML', kind: 'required' }],
  options: {
    mu: option(readPositive, 'Signal strength', '1'),
    toys: within('toys', option(readCount, 'Pseudo-experiments in place of the large-sample formulae')),
    poi: option(readText, 'Parameter of interest', "the measurement's"),
    ...WORKSPACE_OPTIONS,
  },
  run: async ({ mu = 1, toys, ...options }, [file], { seed, notice }): Promise<ClsDocument> => {
    const model = await readWorkspaceModel(file, options, notice);
    const { observed, expected, ...rest } = workspaceCls(model, mu, { toys, seed });
    return { file, cls: { observed, expected }, ...rest };
  },
  print: workspaceClsText,
});
