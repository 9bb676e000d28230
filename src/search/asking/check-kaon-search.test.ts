import { describe, expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import type { Experiment } from '../../experiments/experiment.ts';
import { experiments } from '../../experiments/index.ts';
import { checkSearch } from './check-kaon-search.ts';

const experiment: Experiment = experiments['na62-kaon'];
const search = searches['kaon-munuee'] as never;
const { straw } = experiment.detector;
const withStraw = (more: object): Experiment => ({
  ...experiment,
  detector: { ...experiment.detector, straw: { ...straw, ...more } },
});
const list = (value: readonly number[]) => ({ ...straw.z, value }) as never;

describe('a search with another experiment', () => {
  it('is refused where the beam has another particle', () => {
    const pions: Experiment = { ...experiment, beam: { ...experiment.beam, particle: 'pi+' } };
    expect(() => checkSearch(search, pions)).toThrow('the beam has pi+, found a decay of K+');
  });

  it.each([
    [{ z: list([180, 190, 185, 210]) }, 'chambers must ascend in z'],
    [{ z: list([170, 180, 190, 204, 218]) }, 'one hole for each of the 5 chambers is needed, found 4'],
    [{ z: list([170, 180, 185, 218]) }, 'two chambers before and two behind the magnet are needed, found 3 and 1'],
  ])('is refused with %o', (more, sentence) => {
    expect(() => checkSearch(search, withStraw(more))).toThrow(sentence);
  });

  it('is taken with more chambers', () => {
    const more = { z: list([170, 180, 190, 204, 218]), holeCentreX: list([0.1, 0.1, 0.1, 0.1, 0.1]) };
    expect(() => checkSearch(search, withStraw(more))).not.toThrow();
  });

  it.each([
    [{ crossed: 2.5 }, 'a whole number from 3 to 4 is needed, found 2.5'],
    [{ crossed: 3 }, '4 cannot see what only 3 must cross'],
  ])('is refused with %o chambers', (chambers, sentence) => {
    const asked = { ...searches['kaon-munuee'], selection: { ...searches['kaon-munuee'].selection, chambers } };
    expect(() => checkSearch(asked as never, experiment)).toThrow(sentence);
  });
});

describe('a hermetic search', () => {
  const pinunu = searches['kaon-pinunu'];
  const withSelection = (more: object) => ({ ...pinunu, selection: { ...pinunu.selection, ...more } }) as never;

  it.each([
    [{ tracks: ['mu+'] }, "identification: 'strict' is for pions, found a track mu+"],
    [{ identified: false }, "'strict' beside 'identified: false'"],
  ])('is refused with %o', (more, sentence) => {
    expect(() => checkSearch(withSelection(more), experiment)).toThrow(sentence);
  });

  it('needs an experiment that knows its vetoes', () => {
    const { hermetic: _, ...without } = experiment;
    expect(() => checkSearch(pinunu as never, without)).toThrow("experiment 'na62-kaon' has no section 'hermetic'");
  });
});

it('refuses more conversions than a decay has photons', () => {
  const pions = searches['kaon-piminus-ee'];
  const { 'K⁺ → π⁺π⁺π⁻': background } = pions.backgrounds;
  const asked = { ...pions, backgrounds: { mine: { ...background, conversions: 1 } } };
  expect(() => checkSearch(asked as never, experiment)).toThrow(
    "backgrounds.mine.conversions: 1 photons are to convert, 'K+ -> pi+ pi+ pi-' has 0",
  );
});
