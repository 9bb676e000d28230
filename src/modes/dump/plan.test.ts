import { describe, expect, it } from 'vitest';
import mumu from '../../../searches/dump-mumu.ts';
import { InvalidInput } from '../../schema/index.ts';
import { BoxClosed } from '../../stages/blinding/box-closed.ts';
import { planDumpRun } from './plan.ts';

const withSettings = (...settings: readonly string[]) => planDumpRun(mumu, { events: 100, settings });

describe('the plan of a search behind a dump', () => {
  it('is that of the frozen search; settings are listed and leave it', () => {
    expect(planDumpRun(mumu, { events: 100 })).toMatchObject({ frozen: mumu.frozen, settings: [] });
    const { frozen, settings, experiment } = withSettings('experiment.beam.protons=1e18');
    expect(frozen).toBeNull();
    expect(settings).toEqual([{ path: 'experiment.beam.protons.value', from: 1.4e17, to: 1e18 }]);
    expect(experiment.beam.protons).toMatchObject({ value: 1e18, tag: 'set by the user' });
  });

  it.each([
    ['limit.region=control', "--set limit.region: the observed events of dump-mumu were seen in 'signal'"],
    ['limit.level=90', 'dump-mumu.limit.level: found 90, allowed is a level between 0 and 1'],
    ['massWindow=-1', 'dump-mumu.massWindow.value: found -1, allowed is a number above 0'],
    [
      'selection.smallestMomentum=3mm',
      "--set selection.smallestMomentum: a value such as 45GeV is needed, found '3mm'",
    ],
    ['selection.smallestMomentum=3', "--set selection.smallestMomentum: a value such as 45GeV is needed, found '3'"],
    ['selection.vertexZ=105,180', "--set selection.vertexZ: a value such as 7mm is needed, found '105'"],
    ['selection.vertexZ=180m,105m', 'dump-mumu.selection.vertexZ.value: the range ends before it starts'],
    ['experiment.triggers.twoTracks.efficiency=1.2', 'twoTracks.efficiency.value: found 1.2, allowed is 0 to 1'],
  ])('refuses --set %s', (setting, sentence) => {
    expect(() => withSettings(setting)).toThrow(InvalidInput);
    expect(() => withSettings(setting)).toThrow(sentence);
  });

  it('refuses to open a box by a setting', () => {
    expect(() => withSettings('blind=control')).toThrow(BoxClosed);
  });
});
