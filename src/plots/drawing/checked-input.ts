import { InvalidInput } from '../../schema/index.ts';

/** Refuses a figure in which any number, however deep, is not finite; says where it stands. */
export function requireNumbers(value: unknown, where = ''): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new InvalidInput(where, `${value} is not a finite number; an absent number is null`);
    }
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) requireNumbers(value[i], `${where}[${i}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) requireNumbers(inner, where === '' ? key : `${where}.${key}`);
  }
}

/** Refuses values that are not finite numbers; `null` passes where absent values are allowed. */
export function requireFinite(
  where: string,
  values: readonly (number | null)[],
  absent: 'allowed' | 'refused' = 'refused',
): void {
  values.forEach((value, i) => {
    if (value === null ? absent === 'refused' : !Number.isFinite(value)) {
      throw new InvalidInput(`${where}[${i}]`, `${value} is not a finite number`);
    }
  });
}

/** Refuses a column that is not as long as what it belongs to. */
export function requireLength(where: string, values: { readonly length: number }, wanted: number, of: string): void {
  if (values.length !== wanted) {
    throw new InvalidInput(where, `has ${values.length} values, but ${of} needs ${wanted}`);
  }
}

/** Refuses edges that do not grow strictly; at least two are needed. */
export function requireEdges(where: string, edges: readonly number[]): void {
  requireFinite(where, edges);
  if (edges.length < 2) throw new InvalidInput(where, `needs at least two bin edges, found ${edges.length}`);
  for (let i = 1; i < edges.length; i++) {
    if (!(edges[i] > edges[i - 1])) {
      throw new InvalidInput(
        `${where}[${i}]`,
        `edge ${edges[i]} does not lie above the one before it, ${edges[i - 1]}`,
      );
    }
  }
}
