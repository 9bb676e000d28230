type Node = Record<string, unknown>;

/**
 * A document as JSON text with notes in it: `notes` says what stands first in the object at a path ('' for the whole),
 * under `$comment`, which every reader of Spillway passes over. RangeError for a path that leads to no object.
 */
export function withComments(document: object, notes: Readonly<Record<string, string>>): string {
  const copy = JSON.parse(JSON.stringify(document)) as Node;
  let whole: Node = copy;
  for (const [path, note] of Object.entries(notes)) {
    const keys = path === '' ? [] : path.split('.');
    const last = keys.pop();
    if (last === undefined) {
      whole = { $comment: note, ...copy };
      continue;
    }
    const parent = keys.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], copy) as Node | undefined;
    const found = parent?.[last];
    if (parent === undefined || found === null || typeof found !== 'object' || Array.isArray(found))
      throw new RangeError(`'${path}' is no object of the template`);
    parent[last] = { $comment: note, ...found };
  }
  // The root was copied before what lies in it got its notes, unless it came last.
  return `${JSON.stringify({ ...whole, ...copy }, undefined, 2)}\n`;
}
