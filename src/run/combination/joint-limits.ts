import { jointWorkspace, type LikelihoodPart } from '../../statistics/combination/joint-workspace.ts';
import {
  buildModel,
  type NormsysCode,
  type WorkspaceDocument,
  workspaceLimit,
} from '../../statistics/histfactory/index.ts';
import type { CombinationLimit, CombineOptions, LimitsTogether } from './combination.ts';
import type { ScaledContribution } from './contribution.ts';

/** Value of the common parameter at μ = 1 of the joint likelihood. */
const commonUnit = (all: readonly ScaledContribution[]): number =>
  all.some(({ unit }) => unit === null) ? 1 : 1 / all.reduce((sum, { unit }) => sum + 1 / (unit ?? 1), 0);

const partOf = ({ contribution, unit }: ScaledContribution, common: number): LikelihoodPart => ({
  name: contribution.name,
  workspace: contribution.workspace,
  factor: unit === null ? 1 : common / unit,
});

/** The likelihood of all together; μ = 1 is the value of the parameter at one signal event of all runs together. */
export const jointOf = (all: readonly ScaledContribution[]): WorkspaceDocument =>
  jointWorkspace(all.map((one) => partOf(one, commonUnit(all))));

/** Limits by the joint likelihood, on the parameter itself: large-sample formulae, or pseudo-experiments. */
export function jointLimits(
  all: readonly ScaledContribution[],
  { level, toys, seed, normsys, histosys }: CombineOptions,
  blind: boolean,
): LimitsTogether {
  const common = commonUnit(all);
  const asked = [...new Set(all.flatMap(({ contribution }) => contribution.normsys ?? []))];
  const code: NormsysCode | undefined = normsys ?? asked[0];
  const found = (workspace: WorkspaceDocument) =>
    workspaceLimit(buildModel(workspace, { normsys: code, histosys }), { level, toys, seed });
  const scaled = (limit: ReturnType<typeof found>, closed: boolean): CombinationLimit => ({
    observed: closed || limit.observed === null ? null : limit.observed * common,
    expected: limit.expected.map((value) => (value === null ? null : value * common)),
  });
  const together = found(jointOf(all));
  const counts = all.every(({ contribution }) => contribution.counts !== null);
  return {
    method: together.method,
    because:
      toys !== undefined
        ? 'Pseudo-experiments were asked for.'
        : counts
          ? 'They were taken together as one likelihood.'
          : 'Not all of them are counts, so they are taken together as one likelihood.',
    together: scaled(together, blind),
    alone: all.map((one) => scaled(found(jointWorkspace([partOf(one, common)])), one.contribution.blind)),
    notes: [
      ...(together.unsafeBecause === null ? [] : [`Not to be trusted: ${together.unsafeBecause}`]),
      ...(asked.length > 0 && normsys === undefined
        ? [`Normalisation uncertainties go between their ends by ${code}.`]
        : []),
    ],
    reason: together.reason,
  };
}
