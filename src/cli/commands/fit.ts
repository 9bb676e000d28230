import { readWorkspaceModel } from '../../runs/node/read-workspace.ts';
import { type WorkspaceFit, workspaceFit } from '../../statistics/histfactory/workspace-fit.ts';
import { defineCommand } from '../command.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { workspaceFitText } from '../workspace-text.ts';

/** A fit of a workspace as the command prints it. */
export interface FitDocument extends WorkspaceFit {
  readonly file: string;
}

export const fitCommand = defineCommand({
  examples: ['fit workspace.json', 'fit workspace.json --measurement asimov'],
  arguments: [{ name: 'FILE.json', brief: 'A pyhf workspace', kind: 'required' }],
  options: WORKSPACE_OPTIONS,
  run: async (options, [file]): Promise<FitDocument> => ({
    file,
    ...workspaceFit(await readWorkspaceModel(file, options)),
  }),
  print: workspaceFitText,
});
