import { cls } from './cls.ts';
import type { LimitMethod, LimitMethodName } from './limit-method.ts';

/** All limit methods by name. */
export const limitMethods: Partial<Record<LimitMethodName, LimitMethod>> = { cls };
