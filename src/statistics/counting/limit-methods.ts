import { bayes } from './bayes.ts';
import { cls } from './cls.ts';
import { clsToys } from './cls-toys.ts';
import { feldmanCousins } from './feldman-cousins.ts';
import type { LimitMethod, LimitMethodName } from './limit-method.ts';
import { profile } from './profile.ts';
import { rolke } from './rolke.ts';

/** All limit methods by name. */
export const limitMethods: Readonly<Record<LimitMethodName, LimitMethod>> = {
  cls,
  'cls-toys': clsToys,
  'feldman-cousins': feldmanCousins,
  bayes,
  rolke,
  profile,
};
