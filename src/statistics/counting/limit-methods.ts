import type { LimitMethod } from './limit-method.ts';
import { limitMethods as found } from './methods/index.ts';

/** The name of a limit method: that of its file in `methods/`. */
export type LimitMethodName = keyof typeof found;

/** All limit methods by name. */
export const limitMethods: Readonly<Record<LimitMethodName, LimitMethod>> = found;

/** The limit methods of `countingLimit`. */
export const limitMethodNames = Object.keys(found) as readonly LimitMethodName[];
