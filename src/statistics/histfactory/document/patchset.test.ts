import { describe, expect, it } from 'vitest';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel } from '../model/build-model.ts';
import { loadWorkspace } from './load-workspace.ts';
import { applyPatches, type JsonPatch } from './patch.ts';
import { loadPatchset, patchFromSet, verifyPatchset, workspaceDigest } from './patchset.ts';

const background = JSON.stringify({
  channels: [{ name: 'c', samples: [{ name: 'b', data: [50, 52], modifiers: [] }] }],
  observations: [{ name: 'c', data: [51, 48] }],
  measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  version: '1.0.0',
});
const signal = (data: number[]): JsonPatch => [
  {
    op: 'add',
    path: '/channels/0/samples/1',
    value: { name: 's', data, modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
  },
];
const set = (digest = workspaceDigest(background)) => ({
  metadata: { digests: { sha256: digest }, labels: ['mass'], description: 'two masses', references: {}, name: 'x' },
  patches: [
    { metadata: { name: 'mass_100', values: [100] }, patch: signal([12, 11]) },
    { metadata: { name: 'mass_200', values: [200] }, patch: signal([2, 3]) },
  ],
  version: '1.0.0',
});
const broken = (change: (s: ReturnType<typeof set>) => void): string => {
  const document = set();
  change(document);
  try {
    loadPatchset(JSON.stringify(document));
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('patchsets', () => {
  it('add a signal to a background-only workspace, which stays as it is', () => {
    const workspace = loadWorkspace(background);
    const patchset = loadPatchset(JSON.stringify(set()));
    verifyPatchset(patchset, background);
    verifyPatchset(patchset, JSON.stringify(JSON.parse(background), null, 4));
    expect(() => buildModel(workspace)).toThrow(/unknown parameter of interest 'mu'/);
    const limits = [patchFromSet(patchset, 'mass_100'), patchFromSet(patchset, [200])].map(
      (patch) => workspaceLimit(buildModel(workspace, { patches: [patch] })).observed!,
    );
    expect(limits[1]).toBeGreaterThan(3 * limits[0]);
    expect(workspace).toEqual(JSON.parse(background));
  });

  it('of another workspace are refused, with both digests', () => {
    const patchset = loadPatchset(JSON.stringify(set()));
    expect(() => verifyPatchset(patchset, background.replace('[51,48]', '[51,49]'))).toThrow(
      /metadata\.digests\.sha256: the patchset was made for another workspace: it quotes [0-9a-f]{64}, this one has [0-9a-f]{64}\./,
    );
    expect(() => verifyPatchset({ ...patchset, metadata: { digests: {}, labels: ['mass'] } }, background)).toThrow(
      /quotes no digest/,
    );
  });

  it('with slips are refused', () => {
    expect(broken((s) => (s.version = '2.0.0'))).toMatch(/^version: found "2\.0\.0"; only version "1\.0\.0"/);
    expect(broken((s) => (s.patches[1].metadata.name = 'mass_100'))).toBe(
      "patches[1].metadata.name: 'mass_100' is given twice.",
    );
    expect(broken((s) => (s.patches[1].metadata.values = [100]))).toMatch(/\[100\] are given twice/);
    expect(broken((s) => s.patches[1].metadata.values.push(3))).toBe(
      'patches[1].metadata.values: has 2 entries for 1 labels.',
    );
    expect(broken((s) => ((s.patches[0].patch[0] as { op: string }).op = 'ad'))).toMatch(
      /patches\[0\]\.patch\[0\]\.op/,
    );
    expect(() => patchFromSet(loadPatchset(JSON.stringify(set())), 'mass_10')).toThrow(
      /unknown patch 'mass_10'. Did you mean 'mass_100'/,
    );
  });
});

describe('patches', () => {
  const workspace = loadWorkspace(background);
  it.each<[JsonPatch, RegExp]>([
    [[{ op: 'replace', path: '/chanels/0', value: 1 }], /^patch\[0\]: 'replace' at '\/chanels\/0' does not fit/],
    [[{ op: 'test', path: '/version', value: '2' }], /^patch\[0\]: 'test' at '\/version'/],
    [[{ op: 'remove', path: '/channels' }], /the key 'channels' is missing/],
    [[{ op: 'add', path: '/__proto__/x', value: 1 }], /is not a path of a workspace/],
    [[{ op: 'add', path: '/constructor/prototype/x', value: 1 }], /is not a path of a workspace/],
    [[{ op: 'jump' as 'add', path: '/channels', value: 1 }], /needs "add", "remove"/],
  ])('%#', (patch, message) => {
    expect(() => applyPatches(workspace, [patch])).toThrow(message);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
