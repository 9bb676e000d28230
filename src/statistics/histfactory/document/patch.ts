import { applyPatch, type Operation } from 'rfc6902';
import { InvalidInput } from '../../../schema/index.ts';
import { checkWorkspace } from './load-workspace.ts';
import type { WorkspaceDocument } from './workspace-document.ts';
import { checkStructure } from './workspace-schema.ts';

/** A JSON patch (RFC 6902): operations in order. */
export type JsonPatch = readonly Operation[];

/**
 * A new workspace: the given one with the patches applied in order, then checked like a loaded one. The given one stays
 * as it is.
 * @throws InvalidInput naming the operation that does not fit, or what is wrong with the result.
 */
export function applyPatches(workspace: WorkspaceDocument, patches: readonly JsonPatch[]): WorkspaceDocument {
  const document: unknown = structuredClone(workspace);
  for (const [k, patch] of patches.entries()) {
    checkStructure('patch', patch);
    const where = patches.length === 1 ? 'patch' : `patches[${k}]`;
    for (const [i, operation] of patch.entries()) {
      const paths = [operation.path, 'from' in operation ? String(operation.from) : ''];
      if (paths.some((path) => /(^|\/)(__proto__|constructor|prototype)(\/|$)/.test(path)))
        throw new InvalidInput(`${where}[${i}].path`, `'${operation.path}' is not a path of a workspace.`);
      let problem: Error | null;
      try {
        [problem] = applyPatch(document, [structuredClone(operation)]);
      } catch (error) {
        // The library throws for what is no JSON pointer at all.
        problem = error as Error;
      }
      if (problem !== null)
        throw new InvalidInput(
          `${where}[${i}]`,
          `'${operation.op}' at '${operation.path}' does not fit the workspace (${problem.message || problem.name}).`,
        );
    }
  }
  return checkWorkspace(document);
}
