import { InvalidInput } from '../../schema/index.ts';

export type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The values that were given, without the others. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** The keys of an object, as what they are. */
export const keysOf = <T extends object>(values: T): (keyof T & string)[] => Object.keys(values) as never;

/**
 * Throws InvalidInput for an option that was given where it has no effect: it would be passed over without a word.
 * `because` follows its name, as in 'is for workspaces; name a FILE.'.
 */
export function refuseGiven<T extends object>(values: T, names: readonly (keyof T & string)[], because: string): void {
  const found = names.find((name) => values[name] !== undefined && values[name] !== false);
  if (found !== undefined) throw new InvalidInput(found, because);
}
