import { describe, expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { canonicalJson, digestOfColumns, digestOfDocument } from '../../search/asking/digest.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { planRun } from './plan.ts';
import { BLOCK_EVENTS } from './run-plan.ts';

const search = searches['kaon-munuee'] as unknown as SearchDocument;
const withSettings =
  (...settings: readonly string[]) =>
  () =>
    planRun(search, { events: 10, settings });

describe('planRun', () => {
  it('is plain JSON, the same for the same question', () => {
    const plan = planRun(search, { events: 3 * BLOCK_EVENTS + 1, seed: 5 });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(planRun(search, { events: 3 * BLOCK_EVENTS + 1, seed: 5 })).toEqual(plan);
    expect(plan.samples[0]).toMatchObject({ name: 'signal', role: 'signal', blocks: 4 });
  });

  it('changes its digest with events, seed and settings, that of the search with settings alone', () => {
    const one = planRun(search, { events: 10 });
    const others = [
      planRun(search, { events: 11 }),
      planRun(search, { events: 10, seed: 2 }),
      withSettings('selection.cuts.missing momentum.below=71GeV')(),
      withSettings('experiment.trackEfficiency'.replace('.', '.detector.').concat('.value=0.9'))(),
    ];
    expect(new Set([one, ...others].map(({ digest }) => digest)).size).toBe(5);
    expect(others.map(({ searchDigest }) => searchDigest === one.searchDigest)).toEqual([true, true, false, false]);
  });

  it('leaves the document as it was', () => {
    const before = JSON.stringify(search);
    withSettings('selection.cuts.missing momentum.below=71GeV')();
    expect(JSON.stringify(search)).toBe(before);
  });

  it.each([
    [{ events: 0 }, '--events: a whole number of at least 1 is needed, found 0'],
    [{ events: -5 }, 'found -5'],
    [{ events: Number.NaN }, 'found NaN'],
    [{ events: 1.5 }, 'found 1.5'],
    [{ events: 10, seed: -1 }, '--seed'],
    [{ events: 10, seed: 2 ** 53 }, '--seed'],
  ])('refuses %o', (options, sentence) => {
    expect(() => planRun(search, options)).toThrow(InvalidInput);
    expect(() => planRun(search, options)).toThrow(sentence);
  });

  it.each([
    ['nonsense', "'nonsense' is not of the form path=value"],
    ['selecton.parent=x', "unknown key 'selecton'. Did you mean 'selection'?"],
    ['selection.cuts.missing momentum.below=71', 'a value such as 45GeV is needed'],
    ['selection.cuts.missing momentum.below=71mm', 'a value such as 45GeV is needed'],
    ['selection.cuts.missing momentum.below=NaN', 'a number with its unit is needed'],
    ['selection.cuts.missing momentum=1', 'names a whole section'],
    ['title.length=4', 'has nothing inside'],
    ['experiment.hermetic.charged.chamber.central=1.2', 'chamber.value.central: found 1.2, allowed is 0 to 1'],
    ['id=other', 'keeps its id'],
    ['regions.signal.0=-0.003,0.003', 'a value such as 0.0035GeV^2 is needed'],
    ['regions.signal.0=-0.003GeV^2', '2 numbers with commas between them are needed'],
    ['limit.method=clss', `limit.method: unknown limit method "clss". Did you mean 'cls'?`],
    ['triggers=dielectron,dielectron', "names 'dielectron' twice"],
    ['normalisation.branchingRatio.error=-1', 'branchingRatio.error: found -1, allowed is 0 to 1'],
    ['experiment.triggers.dielectron.downscaling.value=0', 'found 0, allowed is 1 or more'],
    ['selection.tracks=mu-,e+,ee+', "unknown particle 'ee+'"],
    ['selection.tracks=mu-,e+,pi0', 'pi0 is neutral and leaves no track'],
    ['triggers=multitrack', "unknown trigger 'multitrack'. Did you mean 'multiTrack'?"],
    ['normalisation.triggers=x', "unknown key 'triggers'"],
    ['normalisation.observed.value=-4', 'observed.value: found -4, allowed is a number above 0'],
    ['limit.level=90', 'limit.level: found 90, allowed is a level between 0 and 1'],
    ['discriminant.0.bins=2.5', 'found 2.5, allowed is a whole number from 1 to 100000'],
    ['discriminant.0.bins=139', 'is not on a bin edge of the discriminant'],
    ['experiment.beam.momentum=75mm', "--set experiment.beam.momentum: a value such as 45GeV is needed, found '75mm'"],
    ['experiment.beam.momentum=75', "--set experiment.beam.momentum: a value such as 45GeV is needed, found '75'"],
    ['experiment.beam.rate.value=450', "a value such as 45MHz is needed, found '450'"],
    ['experiment.beam.momentum=-75GeV', 'experiment.beam.momentum.value: found -75, allowed is an energy'],
    [
      'experiment.detector.trackEfficiency=1.5',
      'experiment.detector.trackEfficiency.value: found 1.5, allowed is 0 to 1',
    ],
    ['normalisation.observed.tag=published', "what is set is 'set by the user'"],
    ['signalRegion=control2', "unknown region 'control2'. Did you mean 'control'?"],
  ])('refuses --set %s', (setting, sentence) => {
    expect(withSettings(setting)).toThrow(InvalidInput);
    expect(withSettings(setting)).toThrow(sentence);
  });

  it('takes the names that are printed, and takes the source from a number that was set', () => {
    const {
      experiment,
      search: changed,
      settings,
    } = withSettings(
      'experiment.triggers.multiTrack.downscaling=50',
      'experiment.beam.momentum=0.07TeV',
      'normalisation.observed.value=109750',
    )();
    expect(experiment.triggers['multiTrack'].downscaling).toEqual({
      value: 50,
      tag: 'set by the user',
      source: 'set by the user',
    });
    expect(experiment.beam.momentum.value).toBe(70);
    expect(changed.normalisation).toMatchObject({ observed: { value: 109750, tag: 'set by the user' } });
    expect(settings).toEqual([
      { path: 'experiment.triggers.multiTrack.downscaling.value', from: 100, to: 50 },
      { path: 'experiment.beam.momentum.value', from: 75, to: 70 },
      { path: 'normalisation.observed.value', from: expect.any(Number), to: 109750 },
    ]);
  });

  it('refuses a region that would open part of the box', () => {
    const regions = { ...search.regions, peek: [[-0.001, 0.001]] as const };
    expect(() => planRun({ ...search, regions })).toThrow("overlaps the blind region 'signal'");
  });

  it('refuses a normalisation that shares no trigger line', () => {
    const normalisation = { ...search.normalisation, triggers: ['control'] } as SearchDocument['normalisation'];
    expect(() => planRun({ ...search, normalisation })).toThrow('shares no line with the signal');
  });
});

describe('digests', () => {
  it('do not depend on the order of keys, and tell values apart', () => {
    expect(canonicalJson({ b: 1, a: [undefined, 'x'], c: undefined })).toBe('{"a":[null,"x"],"b":1}');
    expect(digestOfDocument({ a: 1, b: 2 })).toBe(digestOfDocument({ b: 2, a: 1 }));
    expect(digestOfDocument({ a: 1 })).not.toBe(digestOfDocument({ a: '1' }));
  });

  it('see every bit of a column: −0, the last place', () => {
    const digests = [
      [[0], [1]],
      [[-0], [1]],
      [[0], [1 + 2 ** -52]],
    ].map((columns) => digestOfColumns(columns.map((column) => Float64Array.from(column))));
    expect(new Set(digests).size).toBe(3);
    // SHA-256 of the empty message, FIPS 180-4.
    expect(digestOfColumns([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

it('changes the lifetime of a hidden particle, to prompt and back', () => {
  const lifetimeAfter = (setting: string): unknown => {
    const [[path]] = Object.entries(hidden).map(([name]) => [`signal.hidden.${name}.lifetime`]);
    const plan = planRun(axions, { events: 10, settings: [`${path}=${setting}`] });
    return Object.values(plan.search.signal.hidden ?? {})[0].lifetime;
  };
  const axions = searches['kaon-piaa'] as unknown as SearchDocument;
  const { hidden = {} } = axions.signal;
  expect(Object.keys(hidden)).not.toHaveLength(0);
  expect(lifetimeAfter('1ns')).toBeCloseTo(0.2998, 4);
  expect(lifetimeAfter('prompt')).toBe('prompt');
  expect(() => lifetimeAfter('1')).toThrow('a value such as 7mm is needed');
});
