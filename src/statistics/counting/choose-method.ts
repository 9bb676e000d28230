import type { CountingModel, Counts } from './counting-model.ts';
import type { LimitMethodName } from './limit-method.ts';

/** The method that 'auto' stands for, and the reason. Does not depend on counts that are still closed. */
export function chooseMethod(
  _model: CountingModel,
  _counts: Counts | null,
): { name: LimitMethodName; because: string } {
  return { name: 'cls', because: 'CLs is what NA62 quotes.' };
}
