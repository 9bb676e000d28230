import { InvalidInput, unknownName } from '../../../schema/index.ts';

/** How an asymmetric error becomes a distribution; see `asymmetric-background.ts`. */
export const asymmetricForms = ['shifted-lognormal', 'bifurcated', 'piecewise-lognormal', 'quadratic'] as const;
/** One of `asymmetricForms`. */
export type AsymmetricForm = (typeof asymmetricForms)[number];

/**
 * What is known of an expected background.
 * - `fixed`: exactly `value`.
 * - `gauss`: Gaussian of mean `value` and width `error`, cut off at zero and renormalised.
 * - `lognormal`: `stated: 'median'` (default): median `value`, ln b spread by ln(1 + error/value); `stated: 'mean'`:
 *   mean `value` and standard deviation `error`.
 * - `gamma`: mean `value`, standard deviation `error` (a Poisson side measurement of (value/error)² events).
 * - `asymmetric`: `value` (+up −down) in one of four named forms, shifted log-normal by default.
 */
export type BackgroundModel =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'gauss'; readonly value: number; readonly error: number }
  | { readonly kind: 'lognormal'; readonly value: number; readonly error: number; readonly stated?: 'median' | 'mean' }
  | { readonly kind: 'gamma'; readonly value: number; readonly error: number }
  | {
      readonly kind: 'asymmetric';
      readonly value: number;
      readonly up: number;
      readonly down: number;
      readonly form?: AsymmetricForm;
    };

/** The names of the background models. */
export const backgroundKinds = ['fixed', 'gauss', 'lognormal', 'gamma', 'asymmetric'] as const;
/** One of `backgroundKinds`. */
export type BackgroundKind = (typeof backgroundKinds)[number];

/** Throws InvalidInput at `where` unless `x` is a finite number, zero or more. */
export function requireNonNegative(x: unknown, where: string): asserts x is number {
  if (typeof x !== 'number' || !Number.isFinite(x) || x < 0) {
    throw new InvalidInput(where, `found ${String(x)}, needs a finite number, zero or more.`);
  }
}

/** Expected counts above this are refused: whole numbers near them are not told apart by a double any more. */
const MOST_EVENTS = 1e15;

function requireEvents(x: unknown, where: string): asserts x is number {
  requireNonNegative(x, where);
  if (x > MOST_EVENTS)
    throw new InvalidInput(where, `found ${x}, at most ${MOST_EVENTS} events can be counted one by one.`);
}

/**
 * Throws InvalidInput unless the model is complete, non-negative and of at most 1e15 events; `where` names it in the
 * message.
 */
export function checkBackground(model: BackgroundModel, where = 'background'): void {
  if (!backgroundKinds.includes(model.kind))
    throw unknownName(`${where}.kind`, 'background model', model.kind, backgroundKinds);
  requireEvents(model.value, `${where}.value`);
  if (model.kind === 'fixed') return;
  if (model.kind === 'asymmetric') {
    requireEvents(model.up, `${where}.up`);
    requireEvents(model.down, `${where}.down`);
    const form = model.form ?? 'shifted-lognormal';
    if (!asymmetricForms.includes(form)) throw unknownName(`${where}.form`, 'asymmetric form', form, asymmetricForms);
    if (form === 'piecewise-lognormal' && !(model.down < model.value)) {
      throw new InvalidInput(
        `${where}.down`,
        `found ${model.down}, a piecewise log-normal needs it below the value ${model.value}.`,
      );
    }
    if (form === 'shifted-lognormal' && (model.up === 0) !== (model.down === 0)) {
      throw new InvalidInput(
        where,
        `one of the errors +${model.up} −${model.down} is zero, a shifted log-normal needs both; 'bifurcated' takes it.`,
      );
    }
    return;
  }
  requireEvents(model.error, `${where}.error`);
  if (model.value === 0 && model.error > 0 && model.kind !== 'gauss') {
    throw new InvalidInput(
      `${where}.value`,
      `a ${model.kind} background cannot have mean 0 with an error; use 'gauss' or 'fixed'.`,
    );
  }
}

/** True when the model leaves no uncertainty. */
export function isFixed(model: BackgroundModel): boolean {
  return (
    model.kind === 'fixed' || (model.kind === 'asymmetric' ? model.up === 0 && model.down === 0 : model.error === 0)
  );
}

/**
 * The model that a central value, its error and a name describe: without an error `fixed`, with one number `gauss`,
 * with an upper and a lower one `asymmetric`, unless `kind` says otherwise. InvalidInput for a contradiction.
 */
export function backgroundModel(
  value: number,
  error?: number | { readonly up: number; readonly down: number },
  kind?: BackgroundKind,
  form?: AsymmetricForm,
): BackgroundModel {
  if (kind !== undefined && !backgroundKinds.includes(kind)) {
    throw unknownName('backgroundModel', 'background model', kind, backgroundKinds);
  }
  const asymmetric = typeof error === 'object';
  const chosen = kind ?? (error === undefined ? 'fixed' : asymmetric ? 'asymmetric' : 'gauss');
  if (asymmetric && chosen !== 'asymmetric' && chosen !== 'fixed') {
    throw new InvalidInput(
      'backgroundModel',
      `'${chosen}' takes one error; an upper and a lower one need 'asymmetric'.`,
    );
  }
  if (error === undefined && chosen !== 'fixed') {
    throw new InvalidInput('backgroundError', `the background model '${chosen}' needs an error.`);
  }
  let model: BackgroundModel;
  if (chosen === 'fixed') model = { kind: 'fixed', value };
  else if (chosen === 'asymmetric') {
    const { up, down } = typeof error === 'object' ? error : { up: error!, down: error! };
    model = { kind: 'asymmetric', value, up, down, ...(form === undefined ? {} : { form }) };
  } else model = { kind: chosen, value, error: error as number };
  checkBackground(model);
  return model;
}
