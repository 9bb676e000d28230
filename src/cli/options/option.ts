import type { BudgetName } from '../../schema/index.ts';

/** One option of a command: how its text becomes a value of type T, and what `--help` says of it. */
export interface Option<T> {
  readonly brief: string;
  /** `switch` takes no text; `many` may be given several times. */
  readonly kind: 'optional' | 'required' | 'many' | 'switch';
  /** Names allowed, for options that take one of a few. */
  readonly choices?: readonly string[];
  /** What happens when the option is left out, as help shows it. */
  readonly leftOut?: string;
  /** Throws InvalidInput with an empty place and a sentence that begins with what was found. */
  readonly parse?: (text: string) => unknown;
  /** Of an option that may be given several times: what one value is about, which two of them may not share. */
  readonly about?: (value: never) => string;
  /** What its number is held against before the command runs. */
  readonly budget?: BudgetName;
  /** Carries the type only; never set. */
  readonly value?: T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values that a set of options gives. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

/** An option that may be left out; `leftOut` says in help what then happens. */
export function option<T>(parse: (text: string) => T, brief: string, leftOut?: string): Option<T | undefined> {
  return { kind: 'optional', parse, brief, ...(leftOut === undefined ? {} : { leftOut }) };
}

/** An option that must be given. */
export function required<T>(parse: (text: string) => T, brief: string): Option<T> {
  return { kind: 'required', parse, brief };
}

/** An option that may be given any number of times, each time about something else (`about`, its words when absent). */
export function many<T>(
  parse: (text: string) => T,
  brief: string,
  about: (value: T) => string = String,
): Option<readonly T[]> {
  return { kind: 'many', parse, brief, about };
}

/** An option without a value. */
export function flag(brief: string): Option<boolean> {
  return { kind: 'switch', brief };
}

/** An option that takes one of a few names. */
export function choice<const C extends string>(
  choices: readonly C[],
  brief: string,
  leftOut?: NoInfer<C>,
): Option<C | undefined> {
  return { kind: 'optional', choices, brief, ...(leftOut === undefined ? {} : { leftOut }) };
}
