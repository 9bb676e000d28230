export {
  type AsymmetricForm,
  asymmetricForms,
  type BackgroundKind,
  type BackgroundModel,
  backgroundKinds,
} from './background/background-model.ts';
export type { BackgroundInput, ChannelInput, CountingInput, UpDown } from './counting-input.ts';
export { type CountingLimit, type CountingLimitInput, countingLimit } from './counting-limit.ts';
export { type LimitMethodName, limitMethodNames } from './limit-methods.ts';
