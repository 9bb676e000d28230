import { excludeModel } from '../../runs/exclude-model.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { exclusionText } from '../exclusion-text.ts';
import { readCount, readPositive } from '../options/numbers.ts';
import { option, required } from '../options/option.ts';
import { rangeOf } from '../options/quantities.ts';
import { readText } from '../options/text.ts';
import { loadRegistries, type Registries } from '../registries.ts';

export const excludeCommand = defineCommand({
  examples: [
    'exclude dark-photon --searches dump-mumu,dump-ee',
    'exclude dark-photon --searches dump-mumu --pot 1e18 --mass 220MeV:700MeV:40 --grid events.csv',
  ],
  details:
    'Contours in mass and coupling, observed and expected, with the spread of the production sets as a band. A point is ' +
    'excluded when it lies inside an odd number of rings. Couplings are in the unit of the model: `spillway describe MODEL`.',
  arguments: [{ name: 'MODEL', brief: 'A hidden particle', kind: 'required' }],
  options: {
    searches: required(readList, 'Searches behind a dump, combined: ID,ID'),
    production: option(readText, 'Production set', "the model's default"),
    pot: option(readPositive, 'Protons on target', "the experiment's"),
    mass: option(rangeOf('energy'), 'Masses, in equal ratios: from:to:points', '60 over the range of the model'),
    coupling: option(rangeOf('number'), 'Couplings, in equal ratios: from:to:points', "301 over the model's range"),
    events: option(readCount, 'Decays per mass', '20000'),
    grid: option(readText, 'CSV file for expected events at every mass and coupling'),
    figure: option(readText, 'SVG file for the exclusion plot'),
  },
  run: async ({ searches, ...options }, [id], { seed, workers, signal, progress }) => {
    const registries = await loadRegistries();
    if (!Object.hasOwn(registries.models, id)) throw unknownName('MODEL', 'model', id, Object.keys(registries.models));
    const documents = searches.map((name) => dumpSearchCalled(name, registries));
    progress.begin(`${id}, ${searches.join(' and ')}`);
    progress.enter('generation');
    return await excludeModel(registries.models[id], documents, {
      ...options,
      seed,
      workers,
      signal,
      onProgress: ({ eventsDone, eventsTotal, eventsPerSecond, secondsLeft }) => {
        progress.enter(eventsDone < eventsTotal ? 'selection' : 'limits');
        progress.update({
          done: eventsDone,
          total: eventsTotal,
          perSecond: eventsPerSecond,
          secondsLeft,
          unit: 'decays',
        });
      },
    });
  },
  print: exclusionText,
});

function readList(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const doubled = names.find((name, i) => names.indexOf(name) < i);
  if (names.includes(''))
    throw new InvalidInput('', `found '${text}', needs ids with commas between: dump-mumu,dump-ee.`);
  if (doubled !== undefined) throw new InvalidInput('', `names '${doubled}' twice.`);
  return names;
}

function dumpSearchCalled(id: string, { searches, dumpSearches }: Registries) {
  if (Object.hasOwn(dumpSearches, id)) return dumpSearches[id];
  if (Object.hasOwn(searches, id)) {
    const allowed = Object.keys(dumpSearches).join(', ');
    throw new InvalidInput('searches', `'${id}' is no search behind a dump. Allowed: ${allowed}.`);
  }
  throw unknownName('searches', 'search behind a dump', id, Object.keys(dumpSearches));
}
