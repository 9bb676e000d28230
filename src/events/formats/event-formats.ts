import { InvalidInput, nearestName } from '../../schema/index.ts';
import type { DecayEvents, EventTree } from '../decay-events.ts';
import type { AboutEvents } from './about.ts';
import { csvEncoder } from './csv-table.ts';
import { decayTableEncoder } from './decay-table.ts';
import type { Encoder } from './encoder.ts';
import { hepmc3Encoder } from './hepmc3-encoder.ts';
import { lheEncoder } from './lhe-encoder.ts';
import { parquetEncoder } from './parquet-table.ts';

type MakeEncoder = (
  tree: EventTree,
  weightNames: readonly string[],
  about: AboutEvents,
  parentEnergy: number,
) => Encoder<DecayEvents>;

const encoders: Readonly<Record<string, MakeEncoder>> = {
  '.hepmc3': hepmc3Encoder,
  '.lhe': lheEncoder,
  '.parquet': (tree, weightNames, about) => decayTableEncoder(parquetEncoder, tree, weightNames, about),
  '.csv': (tree, weightNames, about) => decayTableEncoder(csvEncoder, tree, weightNames, about),
};

/** The endings of event files, each of which names a format. */
export const eventFileEndings: readonly string[] = Object.keys(encoders);

/**
 * The encoder of generated decays for a file of that name, by its ending (capitals do not matter). `weightNames`: those
 * of the weights that come with every block besides its own. Throws InvalidInput, with the list, for another ending.
 */
export function encoderFor(file: string): MakeEncoder {
  const ending = /\.[^./\\]*$/.exec(file)?.[0].toLowerCase() ?? '';
  const make = encoders[ending];
  if (make !== undefined) return make;
  const near = nearestName(ending, eventFileEndings);
  const found = ending === '' ? 'the name has no ending' : `the ending '${ending}' names no format of events`;
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
  throw new InvalidInput(file, `${found}; there are ${eventFileEndings.join(', ')}.${hint}`);
}
