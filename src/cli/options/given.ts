export type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The values that were given, without the others. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
