import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
const model = {
  id: 'my-vector',
  title: 'A vector of my own',
  symbol: 'V',
  references: ['a test'],
  coupling: { symbol: 'g', unit: '1', definition: 'as the kinetic mixing', range: { min: 1e-8, max: 1e-3 } },
  production: { like: 'dark-photon', set: 'brem' },
  masses: [0.03, 0.06],
  ctau: [8e-11, 4e-11],
  branching: { 'e+ e-': [1, 1] },
};
beforeAll(() => {
  writeFileSync(join(folder(), 'mine.json'), JSON.stringify(model));
  writeFileSync(
    join(folder(), 'sum.json'),
    JSON.stringify({ ...model, branching: { 'e+ e-': [1, 1], 'nu nu': [0.5, 0] } }),
  );
  writeFileSync(join(folder(), 'still.json'), JSON.stringify({ ...model, ctau: [0, 1] }));
});

const few = ['--events', '300', '--mass', '30MeV:60MeV:2'];
const probe = ['exclude', 'B->K', '--searches', 'dump-alp-mumu', '--events', '300', '--mass', '250MeV:500MeV:2'];

async function documentOf(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await spillway(folder(), ...args, '--json');
  // On stderr there may be progress where the machine is slow.
  expect(code, stderr).toBe(0);
  expect(stdout).not.toMatch(/NaN|Infinity/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('spillway exclude', () => {
  it('takes a model from a file, and writes pictures', async () => {
    const document = await documentOf('exclude', 'mine.json', '--searches', 'dump-ee', ...few, '--out', 'pictures');
    expect(document).toMatchObject({
      model: 'my-vector',
      searches: ['dump-ee'],
      units: { mass: 'GeV', coupling: '1' },
    });
    const contours = document.contours as { kind: string; rings: unknown[] }[];
    expect(contours.find(({ kind }) => kind === 'observed')?.rings.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder(), 'pictures', 'exclusion.svg'), 'utf8')).toContain('<svg');
    expect(existsSync(join(folder(), 'pictures', 'events-dump-ee.svg'))).toBe(true);
  });

  it('takes one lifetime and a branching fraction in place of the model’s', async () => {
    const document = await documentOf(
      ...['exclude', 'dark-photon', '--searches', 'dump-ee', ...few, '--lifetime', '1ns', '--branching', '0.5'],
    );
    expect(document.assumptions).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cτ = 0\.29979/),
        expect.stringMatching(/Branching fraction 0\.5/),
      ]),
    );
  });

  it('gives limits over mass and lifetime, and what a product of branching fractions excludes', async () => {
    const args = [...probe, '--lifetime', '10ps:10ns:5', '--branching', '1e-6', '--grid', 'map.csv', '--out', 'maps'];
    const document = await documentOf(...args);
    const [map] = document.maps as { masses: number[]; lifetimes: number[]; limits: (number | null)[][] }[];
    expect(map.lifetimes).toHaveLength(5);
    expect(map.limits).toHaveLength(map.masses.length);
    expect(document.contours).toEqual([expect.objectContaining({ kind: 'observed', branching: 1e-6, cl: 0.9 })]);
    expect(readFileSync(join(folder(), 'map.csv'), 'utf8')).toMatch(/^mass_GeV,ctau_m,limit_dump-alp-mumu\n/);
    expect(existsSync(join(folder(), 'maps', 'limits-dump-alp-mumu.svg'))).toBe(true);
  });

  it('says of one point whether it is excluded, and why', async () => {
    const at = (point: string) =>
      documentOf('exclude', 'dark-photon', '--searches', 'dump-ee', '--events', '300', '--point', point);
    type Point = { excluded: boolean; cls: number; factors: { factors: Record<string, number>; total: number }[] };
    const [inside, outside] = [(await at('30MeV,3e-6')).point as Point, (await at('30MeV,1e-8')).point as Point];
    expect([inside.excluded, outside.excluded]).toEqual([true, false]);
    expect(inside.cls).toBeLessThan(0.1);
    expect(outside.cls).toBeGreaterThan(0.1);
    const [{ factors, total }] = inside.factors;
    expect(Object.values(factors).reduce((a, b) => a * b, 1) / total).toBeCloseTo(1, 10);
  });

  it('takes earlier limits away and says what is new', async () => {
    const few = ['--events', '300', '--mass', '60MeV:200MeV:5'];
    const document = await documentOf('exclude', 'dark-photon', '--searches', 'dump-ee', ...few, '--earlier', 'all');
    const fresh = document.new as {
      earlier: { id: string }[];
      massRange: number[];
      area: number;
      excludedArea: number;
    };
    expect(fresh.earlier.map(({ id }) => id)).toContain('nucal-2011-dark-photon');
    expect(fresh.earlier.map(({ id }) => id)).not.toContain('na62-2024-dump-dark-photon');
    expect(fresh.massRange).toHaveLength(2);
    expect(fresh.area).toBeLessThan(fresh.excludedArea);
  });

  it('calls more protons a projection, and takes one mass for a range', async () => {
    const one = ['--events', '300', '--mass', '50MeV', '--pot', '1e18'];
    const document = await documentOf('exclude', 'dark-photon', '--searches', 'dump-ee', ...one);
    expect(document.kind).toBe('projection');
    expect((document.contours as { kind: string }[]).map(({ kind }) => kind)).not.toContain('observed');
    expect(document.edges).toHaveLength(1);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'branching fractions that sum to more than one',
      ['exclude', 'sum.json', '--searches', 'dump-ee'],
      /sum\.json: .*sums to 1\.5 at 0\.03 GeV/,
    ],
    ['a particle without a width', ['exclude', 'still.json', '--searches', 'dump-ee'], /still\.json: .*ctau\.0/],
    ['a file that is not there', ['exclude', 'none.json', '--searches', 'dump-ee'], /none\.json/],
    [
      'a branching fraction above one',
      [...probe, '--lifetime', '1ns:10ns:3', '--branching', '2'],
      /--branching: .*at most 1/,
    ],
    [
      'a bare lifetime',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', '--lifetime', '3'],
      /--lifetime: .*without a unit; type e\.g\. 1ns/,
    ],
    [
      'more masses than a scan has',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', '--mass', '10MeV:1GeV:100000000'],
      /--mass: asks for 100000000 masses, at most 10000 are taken; lower the points/,
    ],
    [
      'more couplings than a plane has',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', ...few, '--coupling', '1e-8:1e-3:100000000'],
      /--coupling: asks for 100000000 couplings, at most 100000 are taken; lower the points/,
    ],
    [
      'one number of protons for two experiments',
      ['exclude', 'dark-photon', '--searches', 'dump-ee,charm-ee', ...few, '--pot', '1e18'],
      /pot: has one number for na62-dump and charm/,
    ],
    [
      'an earlier limit that is not there',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', '--earlier', 'nucal-2011-dark-foton'],
      /--earlier: .*Did you mean 'nucal-2011-dark-photon'\?/,
    ],
    [
      'a range beside one point',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', '--point', '30MeV,1e-6', '--mass', '30MeV'],
      /--mass: has no meaning beside one point/,
    ],
    [
      'a point without a coupling',
      ['exclude', 'dark-photon', '--searches', 'dump-ee', '--point', '30MeV'],
      /--point: .*needs a mass and a coupling/,
    ],
    ['a decay without a range of lifetimes', probe, /--lifetime: 'B->K' has no lifetime of its own/],
    [
      'couplings beside lifetimes',
      [...probe, '--lifetime', '1ns:10ns:3', '--coupling', '1e-8:1e-3:9'],
      /--coupling: has no meaning/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await spillway(folder(), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
