import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Refused, refusedInOneSentence } from './refused.ts';
import { spillway, temporaryFolder, WORKSPACE } from './spillway.ts';

const folder = temporaryFolder();
beforeAll(() => {
  writeFileSync(join(folder(), 'good.json'), JSON.stringify(WORKSPACE));
  writeFileSync(join(folder(), 'truncated.json'), JSON.stringify(WORKSPACE).slice(0, 200));
  writeFileSync(join(folder(), 'version.json'), JSON.stringify({ ...WORKSPACE, version: '2.0.0' }));
});

const DECAY = 'K+ -> pi+ pi0';

const CASES: readonly Refused[] = [
  [['lst'], /^spillway: unknown command 'lst'\. Did you mean 'list'\?/],
  [['--jsn'], /unknown command '--jsn'/],
  [['list', 'serches'], /KIND: unknown kind 'serches'\. Did you mean 'searches'\?/],
  [['list', '--jsn'], /unknown option '--jsn'\. Did you mean '--json'\?/],
  [['list', 'models', 'more'], /found 'more', one argument too many/],
  [['describe'], /ID: missing/],
  [['describe', 'kaon-munue'], /unknown search, model or experiment 'kaon-munue'\. Did you mean 'kaon-munuee'\?/],
  [['describe', 'nothing-like-it'], /unknown search, model or experiment 'nothing-like-it'\. See 'spillway list'/],
  [['cite', 'dark-foton'], /Did you mean 'dark-photon'\?/],
  [['limit'], /--background: missing/],
  [['limit', '--background', '0.26', '--observed', '-1'], /--observed: found -1, needs a whole number, zero or more/],
  [['limit', '--background', '0.26', '--observed', '1.5'], /--observed: found 1\.5, needs a whole number/],
  [['limit', '--background', 'NaN'], /--background: found 'NaN', needs a plain number/],
  [['limit', '--background', '-0.26'], /--background: found -0\.26, needs a number, zero or more/],
  [['limit', '--background', '1', '--background-error', '1e999'], /--background-error: found '1e999'/],
  [['limit', '--background', '1', '--background-model', 'gaus'], /Did you mean 'gauss'\?/],
  [['limit', '--background', '1', '--background-model', 'gauss'], /needs an error/],
  [['limit', '--background', '1', '--cl', '90'], /--cl: found 90.*Did you mean 0\.9\?/],
  [['limit', '--background', '1', '--ses', '0'], /--ses: found 0, needs a number above zero/],
  [['limit', '--background', '1', '--background', '2'], /--background: given twice \('1' and '2'\)/],
  [['limit', '--background', '--json'], /--background: found '--json' where its value should be/],
  [['limit', '--background', '1', '--seed', '1.5'], /--seed: found 1\.5, needs a whole number/],
  [['limit', '--background', '1', '--workers', '0'], /--workers: found 0, needs a whole number, one or more/],
  [['limit', '--backgruond', '1'], /Did you mean '--background'\?/],
  [['limit', '--background', '1', '--seed', '9007199254740992'], /--seed: .* at most 9007199254740991/],
  [['limit', '--background', '1', '--ses', '1', '--ses-error', '5'], /--ses-error: found 5.*Did you mean 0\.05\?/],
  [['limit', '--background', '1', '--ses-error', '0.1'], /--ses-error: .*--ses, which is missing/],
  [['limit', '--background', '1', '--toys', '1000'], /--toys: .*--method cls-toys/],
  [['limit', '--background', '1', '--json=3'], /--json: found '3', takes no value/],
  [['limit', 'nowhere.json'], /nowhere\.json: cannot be read: there is no such file/],
  [['limit', '.'], /this is a folder, not a file/],
  [['limit', 'truncated.json'], /truncated\.json: /],
  [['limit', 'version.json'], /version\.json: version: found "2\.0\.0"/],
  [['limit', 'good.json', '--observed', '3'], /--observed: is for counts/],
  [['limit', 'good.json', '--measurement', 'Mesurement'], /--measurement: .*Did you mean 'Measurement'\?/],
  [['limit', '--background', '1', '--poi', 'mu'], /--poi: is for workspaces/],
  [['cls', 'good.json', '--mu', '0'], /--mu: found 0, needs a number above zero/],
  [['cls', 'good.json', '--normsys', 'code3'], /--normsys: unknown value 'code3'/],
  [['fit'], /FILE\|ID: missing/],
  [['significance', '--observed', '3'], /--background: missing/],
  [['significance', '--background', '3'], /--observed: missing/],
  [['significance', '--observed', '3', '--off', '4'], /--off and --tau go together/],
  [['significance', '--observed', '3', '--off', '4', '--tau', '1', '--background', '1'], /--background: has no place/],
  [['generate', DECAY, '--out', 'a.csv'], /--events: missing/],
  [['generate', DECAY, '--events', '0', '--out', 'a.csv'], /--events: found 0/],
  [['generate', DECAY, '--events', '-5', '--out', 'a.csv'], /--events: found -5/],
  [['generate', DECAY, '--events', '10', '--out', 'a.root'], /ending '\.root'.*\.hepmc3/],
  [['generate', DECAY, '--events', '10', '--out', '/dev/null/a.csv'], /\/dev\/null.*: cannot be written/],
  [
    ['generate', DECAY, '--events', '10', '--out', 'a.csv', '--momentum', '75'],
    /a number without a unit; type e\.g\. 75MeV/,
  ],
  [
    ['generate', DECAY, '--events', '10', '--out', 'a.csv', '--momentum', '1ns'],
    /found '1ns', a length; needs an energy/,
  ],
  [['generate', 'K+ -> pi+ pi+', '--events', '10', '--out', 'a.csv'], /charge is not conserved/],
  [
    ['generate', 'K+ -> pi+ pi00', '--events', '10', '--out', 'a.csv'],
    /unknown particle 'pi00'\. Did you mean 'pi0'\?/,
  ],
  [['run', 'kaon-munue'], /unknown search 'kaon-munue'\. Did you mean 'kaon-munuee'\?/],
  [['run', 'kaon-munuee', '--events', 'NaN'], /--events: found 'NaN'/],
  [['run', 'kaon-munuee', '--until', 'selecton'], /--until: unknown value 'selecton'\. Did you mean 'selection'\?/],
  [['run', 'kaon-munuee', '--set', 'nonsense', '--events', '10'], /nonsense/],
  [
    ['run', 'kaon-munuee', '--events', '10', '--out', 'good.json'],
    /good\.json\/blocks: cannot be written: a part of the path/,
  ],
  [['run', 'kaon-munuee', '--events', '1e12'], /--events: asks for 1000000000000 decays per sample, at most/],
  [['exclude', 'dark-photon', '--searches', 'dump-ee', '--mass', '10MeV:1GeV:100000000'], /lower the points of --mass/],
  [
    ['run', 'kaon-munuee', '--set', 'experiment.detector.trackEfficiency=1.5'],
    /trackEfficiency.value: found 1\.5, allowed is 0 to 1/,
  ],
  [['schema', 'serch'], /unknown kind of document 'serch'\. Did you mean 'search'\?/],
  [['run', 'kaon-munuee', '--set', 'id=mine', '--events', '10'], /--set id: a document keeps its id/],
  [
    ['run', 'kaon-munuee', '--set', 'normalisation.observed.error=-1', '--events', '10'],
    /observed.error: found -1, allowed is a number, 0 or more/,
  ],
  [['exclude', 'dark-foton', '--searches', 'dump-ee'], /unknown model 'dark-foton'\. Did you mean 'dark-photon'\?/],
  [['exclude', 'dark-photon'], /--searches: missing/],
  [['exclude', 'dark-photon', '--searches', 'dump-mumuu'], /--searches: .*Did you mean 'dump-mumu'\?/],
  [
    ['exclude', 'dark-photon', '--searches', 'kaon-munuee'],
    /'kaon-munuee' is no search behind a dump and says nothing of 'dark-photon'/,
  ],
  [['exclude', 'dark-photon', '--searches', 'dump-ee,dump-ee'], /--searches: names 'dump-ee' twice/],
  [
    ['exclude', 'dark-photon', '--searches', 'dump-ee', '--mass', '10:20:3'],
    /a number without a unit; type e\.g\. 10MeV/,
  ],
  [['exclude', 'dark-photon', '--searches', 'dump-ee', '--mass', '10GeV:20GeV:3'], /--mass: 10 to 20 GeV is outside/],
  [['exclude', 'dark-photon', '--searches', 'dump-ee', '--production', 'brm'], /--production: .*Did you mean 'brem'\?/],
  [['exclude', 'dark-photon', '--searches', 'dump-ee', '--pot', '-1'], /--pot: found -1, needs a number above zero/],
  [['unblind', 'nowhere'], /nowhere: cannot be read: there is no such file or folder/],
];

describe('what cannot be right', () => {
  refusedInOneSentence(folder, CASES);

  it('ends a process of its own in the same way', async () => {
    const [line, sentence] = CASES[0];
    const outcome = await spillway(folder(), ...line);
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(sentence) });
  });
});
