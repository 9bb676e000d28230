import type { WorkspaceCount } from '../../statistics/histfactory/index.ts';

/**
 * A background with its error as a workspace takes it: Gaussian while one standard deviation less is still above zero,
 * else counts elsewhere (gamma), so that no template is negative.
 */
export function countedBackground(
  background: number,
  error: number,
): Pick<WorkspaceCount, 'background' | 'backgroundError' | 'backgroundModel'> {
  const model = background > 0 && error >= background ? 'gamma' : 'gauss';
  return { background, backgroundError: error, backgroundModel: error > 0 ? model : 'fixed' };
}
