import { InvalidInput } from '../../schema/index.ts';
import type { BackgroundKind } from '../../statistics/counting/background/background-model.ts';

/** Throws InvalidInput for an error of a background that is said to be known exactly: it would be passed over. */
export function refuseErrorOfFixed(model: BackgroundKind | undefined, error: unknown): void {
  if (model === 'fixed' && error !== undefined)
    throw new InvalidInput('backgroundError', 'has no effect beside --background-model fixed; leave one out.');
}
