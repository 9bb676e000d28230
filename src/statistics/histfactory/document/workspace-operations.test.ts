import { expect, it } from 'vitest';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel } from '../model/build-model.ts';
import { applyPatches } from './patch.ts';
import type { WorkspaceDocument } from './workspace-document.ts';
import { combineWorkspaces, pruneWorkspace, renameInWorkspace, sortWorkspace } from './workspace-operations.ts';

const region = (name: string, observed: number): WorkspaceDocument => ({
  version: '1.0.0',
  channels: [
    {
      name,
      samples: [
        { name: 'signal', data: [5], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
        {
          name: 'background',
          data: [50],
          modifiers: [{ name: 'scale', type: 'normsys', data: { hi: 1.1, lo: 0.9 } }],
        },
      ],
    },
  ],
  observations: [{ name, data: [observed] }],
  measurements: [{ name: 'm', config: { poi: 'mu', parameters: [{ name: 'scale', bounds: [[-4, 4]] }] } }],
});
const limit = (workspace: WorkspaceDocument): number => workspaceLimit(buildModel(workspace)).observed!;
const a = region('a', 55);

it('sorting and renaming change no number', () => {
  expect(limit(sortWorkspace(a))).toBe(limit(a));
  const renamed = renameInWorkspace(a, {
    channels: [['a', 'b']],
    modifiers: [
      ['mu', 'strength'],
      ['scale', 'k'],
    ],
  });
  expect(renamed.measurements[0].config).toEqual({ poi: 'strength', parameters: [{ name: 'k', bounds: [[-4, 4]] }] });
  expect(renamed.observations[0].name).toBe('b');
  expect(limit(renamed)).toBe(limit(a));
});

it('a workspace pruned of what was added by combination is the old one again', () => {
  const both = combineWorkspaces(a, region('b', 48));
  expect(limit(both)).toBeLessThan(limit(a));
  expect(pruneWorkspace(both, { channels: ['b'] })).toEqual(a);
});

it('what would change the meaning is refused', () => {
  expect(() => combineWorkspaces(a, region('a', 3))).toThrow(/both have a channel 'a'/);
  const other = renameInWorkspace(region('b', 3), { modifiers: [['mu', 'nu']] });
  expect(() => combineWorkspaces(a, other)).toThrow(/'mu' in one and 'nu' in the other/);
  expect(() => renameInWorkspace(a, { modifiers: [['mu', 'scale']] })).toThrow(/would make them one/);
  expect(() => renameInWorkspace(a, { samples: [['signl', 's']] })).toThrow(/Did you mean 'signal'/);
  expect(() => pruneWorkspace(a, { modifiers: ['mu'] })).toThrow(/'mu' would move nothing/);
  expect(() => pruneWorkspace(a, { samples: ['signal', 'background'] })).toThrow(/no sample would be left/);
});

it('a patch whose path is no pointer is refused in a sentence', () => {
  expect(() => applyPatches(a, [[{ op: 'replace', path: 'bad', value: 1 }]])).toThrow(
    /'replace' at 'bad' does not fit/,
  );
});
