import * as v from 'valibot';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { pathText, printable } from './json-text.ts';
import { modifierTypes } from './workspace-document.ts';

/** Larger numbers would overflow in products; no count of anything comes near. */
const largest = 1e100;
const finite = v.pipe(
  v.number(),
  v.check((x) => Math.abs(x) <= largest, `a number between ±${largest}`),
);
/** An array of finite numbers, checked without an object per entry: a workspace may hold millions. */
const numbers = v.custom<number[]>((x) => badNumber(x) === null, 'numbers');
const name = v.pipe(
  v.string(),
  v.check(
    (x) => x !== '' && printable(x.slice(0, 60)) === x.slice(0, 60),
    'a name that is not empty, in printable characters',
  ),
);
const filled = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1, 'at least one entry'));

const modifier = v.variant('type', [
  ...(['normfactor', 'shapefactor', 'lumi'] as const).map((type) =>
    v.strictObject({ name, type: v.literal(type), data: v.null() }),
  ),
  v.strictObject({ name, type: v.literal('normsys'), data: v.strictObject({ hi: finite, lo: finite }) }),
  v.strictObject({ name, type: v.literal('histosys'), data: v.strictObject({ hi_data: numbers, lo_data: numbers }) }),
  ...(['shapesys', 'staterror'] as const).map((type) => v.strictObject({ name, type: v.literal(type), data: numbers })),
]);

const parameter = v.strictObject({
  name,
  inits: v.exactOptional(numbers),
  bounds: v.exactOptional(filled(v.strictTuple([finite, finite]))),
  auxdata: v.exactOptional(numbers),
  sigmas: v.exactOptional(numbers),
  factors: v.exactOptional(numbers),
  fixed: v.exactOptional(v.boolean()),
});

const workspace = v.strictObject({
  version: v.literal('1.0.0'),
  channels: filled(
    v.strictObject({ name, samples: filled(v.strictObject({ name, data: numbers, modifiers: v.array(modifier) })) }),
  ),
  observations: filled(v.strictObject({ name, data: numbers })),
  measurements: filled(
    v.strictObject({ name, config: v.strictObject({ poi: v.string(), parameters: v.array(parameter) }) }),
  ),
});

const patch = v.array(
  v.looseObject({
    op: v.picklist(['add', 'remove', 'replace', 'move', 'copy', 'test']),
    path: v.string(),
    from: v.exactOptional(v.string()),
  }),
);

const scalar = v.union([v.number(), v.string()]);
const patchset = v.strictObject({
  version: v.literal('1.0.0'),
  metadata: v.looseObject({
    digests: v.record(v.picklist(['md5', 'sha256']), v.string()),
    labels: filled(v.string()),
    description: v.exactOptional(v.string()),
  }),
  patches: filled(v.strictObject({ metadata: v.looseObject({ name, values: v.array(scalar) }), patch })),
});

/** The documents that can be checked, and the key that holds other versions' numbers. */
const schemas = { workspace, patchset, patch };

/**
 * Checks the structure of a parsed document against the published schema (keys, types, version), nothing of its sense.
 * @throws InvalidInput with path, value found, what is allowed and the nearest name, for the first thing that is wrong.
 */
export function checkStructure(kind: keyof typeof schemas, document: unknown): void {
  const result = v.safeParse(schemas[kind] as v.GenericSchema, document, { abortEarly: true });
  if (!result.success) throw explain(kind, result.issues[0], document);
}

/** The first entry that is not a number of a size that can be multiplied: its index, −1 when it is not an array with entries, null when all are. */
function badNumber(x: unknown): number | null {
  if (!Array.isArray(x) || x.length === 0) return -1;
  for (let i = 0; i < x.length; i++) if (typeof x[i] !== 'number' || !(Math.abs(x[i]) <= largest)) return i;
  return null;
}

const keysOf: Record<string, readonly string[]> = {
  workspace: ['channels', 'observations', 'measurements', 'version'],
  patchset: ['metadata', 'patches', 'version'],
  channels: ['name', 'samples'],
  samples: ['name', 'data', 'modifiers'],
  observations: ['name', 'data'],
  measurements: ['name', 'config'],
  modifiers: ['name', 'type', 'data'],
  config: ['poi', 'parameters'],
  parameters: ['name', 'inits', 'bounds', 'auxdata', 'sigmas', 'factors', 'fixed'],
  patches: ['metadata', 'patch'],
};

function explain(kind: string, issue: v.BaseIssue<unknown>, document: unknown): InvalidInput {
  const steps = issue.path ?? [];
  const path = steps.map((step) => step.key as string | number);
  const last = steps.at(-1);
  const parent = path.slice(0, -1);
  const container = parent.findLast((step) => typeof step === 'string') ?? kind;
  if (last !== undefined && issue.type === 'strict_object' && issue.expected === 'never')
    return unknownName(
      pathText(parent) || kind,
      'key',
      printable(String(last.key)),
      keysOf[container] ?? allowedData(last.input),
    );
  if (last !== undefined && issue.received === 'undefined')
    return new InvalidInput(pathText(parent) || kind, `the key '${printable(String(last.key))}' is missing.`);
  const where = pathText(path) || kind;
  if (path.at(-1) === 'version')
    return new InvalidInput(where, `found ${describe(issue.input)}; only version "1.0.0" is known.`);
  if (container === 'modifiers' && path.at(-1) === 'type') {
    const type = (lookUp(document, parent) as { type?: unknown }).type;
    if (typeof type !== 'string')
      return new InvalidInput(where, `found ${describe(type)}, needs one of ${modifierTypes.join(', ')}.`);
    return unknownName(where, 'modifier type', printable(type), modifierTypes);
  }
  if (issue.type === 'custom') {
    const bad = badNumber(issue.input);
    if (bad === null || bad < 0)
      return new InvalidInput(where, `found ${describe(issue.input)}, needs an array of numbers with at least one.`);
    return new InvalidInput(
      `${where}[${bad}]`,
      `found ${describe((issue.input as unknown[])[bad])}, needs a number${typeof (issue.input as unknown[])[bad] === 'number' ? ` between ±${largest}` : ''}.`,
    );
  }
  const wanted = issue.kind === 'validation' ? issue.message : plain(issue.expected ?? 'something else');
  return new InvalidInput(where, `found ${describe(issue.input)}, needs ${wanted}.`);
}

const allowedData = (data: unknown): readonly string[] =>
  typeof data === 'object' && data !== null && ('hi_data' in data || 'lo_data' in data)
    ? ['hi_data', 'lo_data']
    : ['hi', 'lo'];

const plain = (expected: string): string =>
  ({ Object: 'an object', Array: 'an array', string: 'a string', number: 'a number', boolean: 'true or false' })[
    expected
  ] ?? expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ');

function lookUp(document: unknown, path: readonly (string | number)[]): unknown {
  let here = document;
  for (const step of path) here = (here as Record<string, unknown>)[step];
  return here;
}

/** A value in a few words, for an error message. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `"${printable(value)}"` : String(value);
}
