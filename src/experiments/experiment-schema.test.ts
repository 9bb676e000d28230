import { describe, expect, it } from 'vitest';
import { checkDocument } from '../schema/index.ts';
import { experimentSchema } from './experiment-schema.ts';
import { experiments } from './index.ts';

type Node = Record<string, unknown>;

/** A copy of an experiment with the value at a path (dots between keys) replaced, or removed when it is undefined. */
function changed(id: keyof typeof experiments, path: string, value: unknown): Node {
  const copy = JSON.parse(JSON.stringify(experiments[id])) as Node;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = keys.reduce<Node>((node, key) => node[key] as Node, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe('the schema of experiments', () => {
  it('gives every experiment back unchanged', () => {
    for (const experiment of Object.values(experiments))
      expect(checkDocument(experimentSchema, experiment, experiment.id)).toEqual(experiment);
  });

  it.each([
    [
      'na62-kaon',
      'detector.trackEfficiency.value',
      1.5,
      'detector.trackEfficiency.value: found 1.5, allowed is 0 to 1',
    ],
    ['na62-kaon', 'detector.muonDetector.efficiency.value', 2, 'found 2, allowed is 0 to 1'],
    ['na62-kaon', 'detector.vetoes.clusterInefficiency.value', 3, 'found 3, allowed is 0 to 1'],
    [
      'na62-kaon',
      'detector.straw.momentumResolution.constant.value',
      -0.003,
      'found -0.003, allowed is a number, 0 or more',
    ],
    ['na62-kaon', 'beam.momentum.value', -75, 'beam.momentum.value: found -75, allowed is an energy'],
    ['na62-kaon', 'beam.momentum.value', '75 mm', 'beam.momentum.value: found "75 mm", allowed is an energy'],
    ['na62-kaon', 'triggers.multiTrack.downscaling.value', 0.5, 'found 0.5, allowed is 1 or more'],
    ['na62-kaon', 'triggers.multiTrack.hardware.1', 'QY', 'needs primitives of the experiment'],
    ['na62-kaon', 'detector.straw.z.value', [1, 2, 3], 'found a list of 3, allowed is a list of 4'],
    ['na62-kaon', 'detector.identification.e.mu.value.central.0', 1.2, 'found 1.2, allowed is 0 to 1'],
    ['na62-kaon', 'detector.identification.e.mu.value.momentum', [1], 'needs ascending momenta'],
    ['na62-kaon', 'detector.rich', undefined, 'detector.rich: is missing'],
    ['na62-kaon', 'detectr', 1, "detectr: unknown key. Did you mean 'detector'?"],
    ['na62-dump', 'decayVolume.value', [180, 105], 'the range ends before it starts'],
    ['na62-dump', 'planes.0.value.within.slabs', [{ nx: 0, ny: 0, half: 1 }], 'needs a direction'],
    ['na62-dump', 'kind', 'damp', 'kind: found "damp", allowed is \'dump\''],
    ['charm', 'beam.protons.tag', 'publishd', 'unknown tag "publishd". Did you mean \'published\'?'],
    ['charm', 'beam.protons.source', ' ', 'is empty, needed is where the number comes from'],
  ] as const)('refuses %s with %s = %j', (id, path, value, sentence) => {
    expect(() => checkDocument(experimentSchema, changed(id, path, value), id)).toThrow(sentence);
  });

  it('takes quantities as texts with units', () => {
    const document = changed('na62-kaon', 'beam.momentum.value', '0.075 TeV');
    expect(checkDocument(experimentSchema, document, 'x')).toMatchObject({ beam: { momentum: { value: 75 } } });
  });
});
