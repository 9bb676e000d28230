import { earlierLimits, type ModelChoice } from '../../modes/exclusion.ts';
import { InvalidInput, requireBudget, unknownName } from '../../schema/index.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { PublishedLimit } from '../../search/published-limit.ts';
import { stripOfBlocks } from '../block-progress.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { EXPOSURE_OPTIONS, exposureOf } from '../options/exposure.ts';
import { refuseGiven } from '../options/given.ts';
import { readCount, readPositive } from '../options/numbers.ts';
import { option, required } from '../options/option.ts';
import { quantityOf, type Range, rangeOf } from '../options/quantities.ts';
import { readText } from '../options/text.ts';
import { loadLimits, loadRegistries, type Registries } from '../registries.ts';
import { type PointDocument, pointText } from '../saying/exclusion-point-text.ts';
import { exclusionText, lifetimesText } from '../saying/exclusion-text.ts';
import { type PointTogetherDocument, pointTogetherText, togetherText } from '../saying/together-text.ts';

/** Decays that make a particle without a model, by what is typed. */
const PROBES = { 'B->K': 'K', 'B->K*': 'K*' } as const;

const BESIDE_POINT = 'has no meaning beside one point.';

export const excludeCommand = defineCommand({
  examples: [
    'exclude dark-photon --searches dump-mumu,dump-ee',
    'exclude dark-photon --searches dump-mumu --pot 1e18 --mass 220MeV:700MeV:40 --grid events.csv',
    'exclude my-model.json --searches dump-ee --out pictures',
    'exclude dark-photon --searches dump-mumu,dump-ee --earlier all',
    'exclude dark-photon --searches dump-mumu,dump-ee --point 300MeV,1e-6',
    'exclude dark-photon --searches charm-ee,charm-mumu,nucal-ee,nucal-mumu',
    'exclude alp-gluon --searches kaon-pia-gg,dump-gg --out pictures',
    'exclude dark-photon --searches dump-mumu --exposure 10',
    "exclude 'B->K' --searches dump-alp-mumu --lifetime 1ps:100ns:60 --branching 1e-7",
    "exclude 'B->K' --searches dump-alp-mumu --lifetime 1ps:100ns:60 --earlier all",
  ],
  details:
    'Contours in mass and coupling, observed and expected, with the spread of the production sets as a band. A point is ' +
    'excluded when it lies inside an odd number of rings. Couplings are in the unit of the model: `spillway describe MODEL`. ' +
    'One lifetime replaces that of the model; a range of lifetimes gives limits over mass and lifetime instead, on the ' +
    "product of branching fractions for 'B->K' and 'B->K*', on coupling² × branching fraction for a model. " +
    'Protons other than those of the counts make a projection: nothing is observed then, and backgrounds grow with them. ' +
    'Scans of kaon searches are read as limits on couplings where a model says what they see; all that see the same ' +
    'particle are united, and one point is judged by all counts in one likelihood. ' +
    'What is new lies above the upper edges of all earlier limits.',
  arguments: [{ name: 'MODEL', brief: "A hidden particle, a JSON file with one, 'B->K' or 'B->K*'", kind: 'required' }],
  options: {
    searches: required(readList, 'Searches behind a dump, and scans of kaon searches: ID,ID'),
    production: option(readText, 'Production set', "the model's default"),
    ...EXPOSURE_OPTIONS,
    mass: within(
      'masses',
      option(readMasses, 'Masses, in equal ratios: from:to:points, or one', '60 over the range of the model'),
    ),
    point: option(readPoint, 'One mass and coupling, e.g. 300MeV,1e-6: excluded or not, and why'),
    earlier: option(readList, 'Earlier limits for what is new: all, or ID,ID; with a range of lifetimes, searches'),
    coupling: within(
      'couplings',
      option(rangeOf('number'), 'Couplings, in equal ratios: from:to:points', "301 over the model's range"),
    ),
    lifetime: option(
      readLifetime,
      'Proper lifetime, or a range of them in equal ratios: from:to:points',
      "the model's",
    ),
    branching: option(readFraction, 'Branching fraction to what the searches see', "the model's"),
    events: within('events', option(readCount, 'Decays per mass', '20000')),
    grid: option(readText, 'CSV file for the result at every point'),
    out: option(readText, 'Folder for pictures'),
  },
  run: async ({ searches, lifetime, point, earlier, ...given }, [id], session) => {
    const { mass, coupling, grid, out } = given;
    if (point !== undefined)
      refuseGiven({ mass, coupling, earlier, grid, out }, ['mass', 'coupling', 'earlier', 'grid', 'out'], BESIDE_POINT);
    if (point !== undefined && typeof lifetime === 'object')
      throw new InvalidInput('lifetime', 'is a range, which has no meaning beside one point; give one lifetime.');
    const { seed, workers, signal, progress } = session;
    const { exclude, excludeLifetimes, excludeOnePoint } = await import('../../run/exclude.ts');
    const { nodeHost } = await import('../../hosts/node/node-host.ts');
    const { numbersOfUser } = await import('../../hosts/node/blocks/numbers-of-user.ts');
    const { requireTargets } = await import('../../hosts/node/files/targets.ts');
    const { writeExclusion } = await import('../../hosts/node/files/write-exclusion.ts');
    const registries = await loadRegistries();
    await requireTargets({ file: grid, folder: out });
    progress.begin(`${id}, ${searches.join(' and ')}`);
    progress.enter('generation');
    const kept = await numbersOfUser();
    const host = { ...nodeHost({ workers, signal, onProgress: stripOfBlocks(session) }), kept };
    const { exposure, ...asked } = given;
    if (searches.some((name) => isKaonSearch(name, registries))) {
      const { excludeWithKaons } = await import('../exclude-with-kaons.ts');
      return await excludeWithKaons(id, searches, { ...given, lifetime, earlier, point, seed }, registries, host);
    }
    const documents = searches.map((name) => dumpSearchCalled(name, registries));
    const choice = await modelCalled(id, documents, registries);
    const options = { ...asked, pot: await potOf(documents, given) };
    if (typeof lifetime === 'object') {
      if (options.coupling !== undefined)
        throw new InvalidInput('--coupling', 'has no meaning beside a range of lifetimes, which takes its place.');
      const earlierSearches = earlier === undefined ? undefined : earlierSearchesCalled(earlier, documents, registries);
      const question = { ...options, seed, lifetimes: lifetime, earlierSearches };
      const { exclusion, files } = await excludeLifetimes(choice, documents, question, host);
      return { ...exclusion, files: await writeExclusion(files, options) };
    }
    if (typeof choice === 'object' && 'decay' in choice)
      throw new InvalidInput('--lifetime', `'${id}' has no lifetime of its own; give a range, e.g. 1ps:100ns:60.`);
    if (point !== undefined)
      return await excludeOnePoint(choice, documents, point, { ...options, seed, lifetime }, host);
    const before = earlier === undefined ? undefined : await earlierCalled(earlier, choice, documents);
    const question = { ...options, seed, lifetime, earlier: before };
    const { exclusion, files } = await exclude(choice, documents, question, host);
    return { ...exclusion, files: await writeExclusion(files, options) };
  },
  print: (document) => {
    if ('regions' in document) return togetherText(document);
    if ('maps' in document) return lifetimesText(document);
    if (!('point' in document)) return exclusionText(document);
    return 'scans' in document.point
      ? pointTogetherText(document as PointTogetherDocument)
      : pointText(document as PointDocument);
  },
});

const isKaonSearch = (name: string, { searches }: Registries): boolean =>
  Object.hasOwn(searches, name) && searches[name].kind === 'kaon';

/** Protons on target that were asked for: as they are, or as times those of the experiment. */
async function potOf(
  [first]: readonly DumpSearchDocument[],
  { pot, exposure }: { readonly pot?: number | undefined; readonly exposure?: number | undefined },
): Promise<number | undefined> {
  const times = await exposureOf(first, { pot, exposure });
  if (exposure === undefined || times === undefined) return pot;
  const { dumpExperiment } = await import('../../modes/dump/chain/setup.ts');
  return times * dumpExperiment(first.experiment).beam.protons.value;
}

/** A range of masses, or one. */
function readMasses(text: string): Range {
  if (text.includes(':')) return rangeOf('energy')(text);
  const mass = quantityOf('energy')(text);
  if (!(mass > 0)) throw new InvalidInput('', `found '${text}', needs a mass above zero.`);
  return { from: mass, to: mass, points: 1 };
}

function readPoint(text: string): { mass: number; coupling: number } {
  const [mass, coupling, ...more] = text.split(',');
  if (coupling === undefined || more.length > 0)
    throw new InvalidInput('', `found '${text}', needs a mass and a coupling: 300MeV,1e-6.`);
  return { mass: readMasses(mass).from, coupling: readPositive(coupling) };
}

/** The earlier limits that were named, or all on the model that the searches did not publish themselves. */
async function earlierCalled(
  names: readonly string[],
  choice: ModelChoice,
  documents: readonly DumpSearchDocument[],
): Promise<PublishedLimit[]> {
  const model = typeof choice === 'string' ? choice : 'id' in choice ? choice.id : choice.decay;
  const all = earlierLimits(await loadLimits(), model, documents);
  const known = all.map(({ id }) => id);
  if (names.length === 1 && names[0] === 'all') {
    if (all.length > 0) return all;
    throw new InvalidInput('--earlier', `there is no published limit on the coupling of '${model}'.`);
  }
  return names.map((name) => {
    const found = all.find(({ id }) => id === name);
    if (found === undefined) throw unknownName('--earlier', `earlier limit on '${model}'`, name, ['all', ...known]);
    return found;
  });
}

/** The earlier searches that were named, or all that the first search says its maps go beyond. */
function earlierSearchesCalled(
  names: readonly string[],
  [first]: readonly DumpSearchDocument[],
  registries: Registries,
): DumpSearchDocument[] {
  if (names.length !== 1 || names[0] !== 'all') return names.map((name) => dumpSearchCalled(name, registries));
  const all = first.modelIndependent?.earlier ?? [];
  if (all.length === 0) throw new InvalidInput('--earlier', `'${first.id}' names no earlier searches; give their ids.`);
  return [...all];
}

function readLifetime(text: string): number | Range {
  if (text.includes(':')) {
    const range = rangeOf('length')(text);
    requireBudget('lifetimes', range.points, '');
    return range;
  }
  const found = quantityOf('length')(text);
  if (!(found > 0)) throw new InvalidInput('', `found '${text}', needs a time or length above zero.`);
  return found;
}

function readFraction(text: string): number {
  const found = readPositive(text);
  if (found > 1) throw new InvalidInput('', `found ${text}, a branching fraction is at most 1.`);
  return found;
}

function readList(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const doubled = names.find((name, i) => names.indexOf(name) < i);
  if (names.includes(''))
    throw new InvalidInput('', `found '${text}', needs ids with commas between: dump-mumu,dump-ee.`);
  if (doubled !== undefined) throw new InvalidInput('', `names '${doubled}' twice.`);
  return names;
}

async function modelCalled(
  id: string,
  [first]: readonly DumpSearchDocument[],
  { models }: Registries,
): Promise<ModelChoice> {
  if (Object.hasOwn(models, id)) return id;
  if (Object.hasOwn(PROBES, id)) return { decay: PROBES[id as keyof typeof PROBES], state: first.pair.join(' ') };
  if (id.endsWith('.json')) return await (await import('../../hosts/node/files/read-own-model.ts')).readOwnModel(id);
  throw unknownName('MODEL', 'model', id, [...Object.keys(models), ...Object.keys(PROBES)]);
}

function dumpSearchCalled(id: string, { searches }: Registries): DumpSearchDocument {
  const allowed = Object.keys(searches).filter((name) => searches[name].kind === 'dump');
  const found = Object.hasOwn(searches, id) ? searches[id] : undefined;
  if (found?.kind === 'dump') return found;
  if (found === undefined) throw unknownName('searches', 'search behind a dump', id, allowed);
  throw new InvalidInput('searches', `'${id}' is no search behind a dump. Allowed: ${allowed.join(', ')}.`);
}
