import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { type Refused, refusedInOneSentence } from './refused.ts';
import { temporaryFolder, WORKSPACE } from './spillway.ts';

const folder = temporaryFolder();
beforeAll(() => {
  const write = (name: string, document: unknown) => writeFileSync(join(folder(), name), JSON.stringify(document));
  write('one.json', WORKSPACE);
  write('copy.json', WORKSPACE);
  write('two.json', { ...WORKSPACE, observations: [{ name: 'singlechannel', data: [50, 49] }] });
  const [measured] = WORKSPACE.measurements;
  write('several.json', { ...WORKSPACE, measurements: [measured, { ...measured, name: 'other' }] });
  mkdirSync(join(folder(), 'folder'));
});

const RUN = ['run', 'kaon-munuee', '--events', '100'];
const DUMP = ['exclude', 'dark-photon', '--searches', 'dump-ee', '--events', '100'];
const KAON = ['exclude', 'alp-gluon', '--searches', 'kaon-pia-gg', '--events', '100'];
const BOTH = ['combine', 'one.json', 'two.json'];
const CUT = 'selection.cuts.missing momentum.below';

const WITHOUT_EFFECT: readonly Refused[] = [
  ...['--detach', '--dry-run'].map((option): Refused => [[...RUN, option], /is for clusters; add --on/]),
  [[...RUN, '--jobs', '3'], /--jobs: is for clusters/],
  [[...RUN, '--job-setting', 'a=b'], /--job-setting: is for clusters/],
  [[...RUN, '--shard', '0/2', '--on', 'slurm'], /--shard: has no effect beside --on/],
  [[...RUN, '--shard', '0/2', '--until', 'report'], /--until: has no effect beside --shard/],
  [['fit', 'one.json', '--events', '100'], /--events: is for searches; one\.json is a file with a likelihood/],
  [['fit', 'one.json', '--set', 'a=b'], /--set: is for searches/],
  [['fit', 'kaon-pigg', '--impacts'], /--impacts: is for files with a likelihood; kaon-pigg is a search/],
  [['fit', 'kaon-pigg', '--fix', 'mu=1'], /--fix: is for files with a likelihood/],
  [['fit', 'kaon-pigg', '--normsys', 'code1'], /--normsys: is for files with a likelihood/],
  [[...DUMP, '--point', '300MeV,1e-6', '--out', 'x'], /--out: has no meaning beside one point/],
  [[...DUMP, '--point', '300MeV,1e-6', '--lifetime', '1ps:1ns:5'], /--lifetime: is a range/],
  [[...KAON, '--production', 'foo'], /--production: is for searches behind a dump, and none is named/],
  [['workspace', 'sort', 'one.json', '--channel', 'x'], /--channel: has no effect on 'sort'/],
  [['workspace', 'inspect', 'one.json', '--out', 'x.json'], /--out: has no effect on 'inspect'/],
  [['workspace', 'prune', 'one.json'], /FILE: nothing to prune; name it with --channel/],
  [['follow', 'folder', '--once', '--shard', '0/2'], /--once: has no effect beside --shard/],
  [['new', 'model', 'x', '--search', 'kaon-munuee'], /--search: is for templates that start from a search/],
  [
    ['limit', '--background', '1', '--background-error', '1', '--background-model', 'fixed'],
    /--background-error: has no effect beside --background-model fixed/,
  ],
  [
    ['combine', 'several.json', 'two.json', '--measurement', 'othr'],
    /--measurement: unknown measurement of several\.json 'othr'\. Did you mean 'other'\?/,
  ],
  [[...BOTH, '--measurement', 'foo'], /--measurement: unknown measurement 'foo'. Allowed: Measurement/],
];

const TWICE: readonly Refused[] = [
  [[...RUN, '--set', `${CUT}=71GeV`, '--set', `${CUT}=72GeV`], /--set selection.* is set twice; leave one out/],
  [
    [
      ...RUN,
      ...['--set', 'experiment.detector.trackEfficiency=0.9', '--set', 'experiment.detector.trackEfficiency.value=0.8'],
    ],
    /trackEfficiency.value: is set twice/,
  ],
  [['fit', 'one.json', '--fix', 'mu=1', '--fix', 'mu=2'], /--fix: says 'mu' twice; leave one out/],
  [[...BOTH, '--rename', 'uncorr=a', '--rename', 'uncorr=b'], /--rename: says 'uncorr' twice/],
  [[...BOTH, '--uncorrelated', 'uncorr', '--uncorrelated', 'uncorr'], /--uncorrelated: says 'uncorr' twice/],
  [[...BOTH, '--scale', 'one.json=1', '--scale', 'one.json=2'], /--scale: says 'one.json' twice/],
  [['plot', 'x.json', '--range', 'x=0:1', '--range', 'x=0:2'], /--range: says 'x' twice/],
  [['plot', 'x.json', '--log', 'y', '--linear', 'y'], /--log: makes 'y' logarithmic, and --linear linear/],
  [['combine', 'one.json', 'folder/../one.json'], /RUN\|FILE: 'folder\/\.\.\/one.json' is there twice/],
  [['combine', 'one.json', 'copy.json'], /copy.json: holds the same data as one.json/],
  [['compare', 'folder', './folder'], /RUN: '\.\/folder' is there twice; a run does not differ from itself/],
];

const RANGES: readonly Refused[] = [
  [['run', 'dump-mumu', '--pot', '1e99'], /--pot: found 1e\+99, allowed is at most/],
  [[...DUMP, '--exposure', '1e99'], /--exposure: found 1e\+99, allowed is a number above 0 and at most 1000000/],
  [[...DUMP, '--pot', '1e99'], /--pot: found 1e\+99, allowed is at most/],
  [[...DUMP, '--coupling', '0:1:3'], /--coupling: found '0:1:3', a range in equal ratios begins above zero/],
  [[...DUMP, '--mass', '-10MeV:10MeV:3'], /--mass: .* begins above zero/],
  [[...DUMP, '--lifetime', '0ns:1ns:3'], /--lifetime: .* begins above zero/],
  [[...DUMP, '--point', '-300MeV,1e-6'], /--point: found '-300MeV', needs a mass above zero/],
  [[...KAON, '--point', '300GeV,1e-6'], /--mass|mass: kaon-pia-gg has masses from .* GeV, found 300/],
  [[...KAON, '--mass', '3GeV:4GeV:3'], /mass: kaon-pia-gg has masses from .* GeV, found 3 to 4/],
  [[...DUMP, '--point', '300MeV,1e99'], /--coupling: 1e\+99 is more than 1000000 times beyond/],
  [[...DUMP, '--coupling', '1e-99:1e-98:3'], /--coupling: 1e-99 to 1e-98 is more than 1000000 times beyond/],
  [[...DUMP, '--lifetime', '1ps:1ns:100000000'], /--lifetime: asks for 100000000 lifetimes, at most 10000 are taken/],
  [[...KAON, '--coupling', '1e-99:1e-98:3'], /--coupling: 1e-99 to 1e-98 is more than/],
  [[...KAON, '--point', '300MeV,1e99'], /--coupling: 1e\+99 is more than/],
  [
    ['exclude', 'alp-gluon', '--searches', 'kaon-pia-gg,dump-gg', '--production', 'foo', '--events', '100'],
    /--production: unknown production set 'foo'/,
  ],
  [['exclude', 'dark-photon', '--searches', 'dump-ee', '--events', '1'], /--events: a whole number of at least 100/],
  [['recast', 'charm-2012-dark-photon', '--model', 'dark-scalar', '--events', '1e12'], /--events: asks for/],
  [['generate', 'K+ -> pi+ pi0', '--events', '1', '--out', 'a.csv', '--momentum', '1e99GeV'], /beyond all measure/],
  [['diagnose', 'one.json', '--contour', 'mu,foo'], /--contour: unknown free parameter 'foo'/],
  [['scan', 'kaon-pia-gg', '--precision', '0'], /--precision: found .0., needs a relative error from 0\.0001/],
  [['follow', 'folder', '--every', '1e99'], /--every: found 1e99, needs a number from 0\.1 to 86400/],
  [[...BOTH, '--scale', 'one.json=-1'], /--scale: found -1, needs a number above zero/],
  [[...BOTH, '--rename', 'uncorr='], /--rename: 'uncorr=' is not of the form OLD=NEW/],
  [['plot', 'x.json', '--range', 'x=0:1=2'], /--range: found 'x=0:1=2', needs an axis and its ends/],
  [['run', 'kaon-munuee', '--events', 'abc'], /--events: found 'abc', needs a whole number such as 20000 or 1e6/],
  [['limit', '--background', '1', '--cl', 'abc'], /--cl: found 'abc', needs a confidence level such as 0\.9/],
];

const PLACES: readonly Refused[] = [
  [[...RUN, '--out', ''], /--out: found nothing but blanks/],
  [[...RUN, '--data', ' '], /--data: found nothing but blanks/],
  [['run', ''], /ID\|FILE\.json: found nothing but blanks/],
  [['combine', 'one.json', ''], /RUN\|FILE: found nothing but blanks/],
  [['fit', 'one.json', '--out', ''], /--out: found nothing but blanks/],
  [['plot', 'x.json', '--out', 'x.png'], /--out: found 'x.png'; a figure is written as \.svg/],
  [[...DUMP, '--out', 'one.json'], /one\.json: cannot be written: a file of that name is in the way/],
  [[...DUMP, '--grid', 'folder'], /folder: cannot be written: this is a folder, not a file/],
  [['run', 'dark-photon'], /'dark-photon' is a model; .*: spillway exclude dark-photon --searches/],
  [['run', 'na62-kaon'], /'na62-kaon' is an experiment; .*: spillway describe na62-kaon/],
  [['run', 'nothing-like-it'], /unknown search 'nothing-like-it'\. See 'spillway list searches'/],
  [['run', 'folder'], /folder: is a folder; the question of a run is the file folder\/question\.spillway\.json/],
  [['new', 'search', 'kaon-munuee'], /NAME: 'kaon-munuee' is there already/],
  [['workspace'], /OPERATION: missing/],
  [['cache', 'clean'], /ACTION: unknown action 'clean'\. Did you mean 'clear'\?/],
  [['list', '--no-cache=3'], /--no-cache: found '3', takes no value/],
  [['list', '--force=x'], /--force: found 'x', takes no value/],
  [['nothing-like-it'], /unknown command 'nothing-like-it'\. See 'spillway --help'/],
  [['exclude'], /^spillway exclude: MODEL: missing/],
  [['run', 'x\u001b[31m\nred'], /unknown search 'x\ufffd\[31m\ufffdred'/],
];

describe('options without effect are refused, not passed over', () => refusedInOneSentence(folder, WITHOUT_EFFECT));
describe('what is said twice about one thing is refused', () => refusedInOneSentence(folder, TWICE));
describe('numbers out of range are refused before anything is computed', () => refusedInOneSentence(folder, RANGES));
describe('names and places that lead nowhere say what to type', () => refusedInOneSentence(folder, PLACES));
