import { readWorkspaceModel } from '../../hosts/node/files/read-workspace.ts';
import { adjustedModel, asimovOf, withCountsOf, withData } from '../../statistics/histfactory/model/adjusted-model.ts';
import type { ModelOptions } from '../../statistics/histfactory/model/build-model.ts';
import type { HistFactoryModel } from '../../statistics/histfactory/model/model.ts';
import { readAssignment } from '../options/assignments.ts';
import { many, option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';

/** Options of commands that look into a workspace: other values, other data. */
export const ADJUSTMENT_OPTIONS = {
  poi: option(readText, 'Parameter of interest', "the measurement's"),
  fix: many(readAssignment, 'Hold a parameter: NAME=value', ([name]) => name),
  setParameters: many(readAssignment, 'Start a parameter elsewhere: NAME=value', ([name]) => name),
  ...WORKSPACE_OPTIONS,
};

interface Adjustments extends ModelOptions {
  readonly fix?: readonly (readonly [string, number])[] | undefined;
  readonly setParameters?: readonly (readonly [string, number])[] | undefined;
  /** 'asimov', or a file with the same channels. */
  readonly data?: string | undefined;
}

/** The model in a file, with parameters held or started elsewhere and, if asked, other data. */
export async function adjustedWorkspace(
  file: string,
  { fix = [], setParameters = [], data, ...options }: Adjustments,
  notice: (sentence: string) => void,
): Promise<HistFactoryModel> {
  const model = adjustedModel(await readWorkspaceModel(file, options, notice), {
    fix: Object.fromEntries(fix),
    start: Object.fromEntries(setParameters),
  });
  if (data === undefined) return model;
  if (data === 'asimov') return withData(model, asimovOf(model));
  return withCountsOf(model, await readWorkspaceModel(data, {}, notice));
}
