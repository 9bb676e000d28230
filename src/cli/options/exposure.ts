import { InvalidInput } from '../../schema/index.ts';
import type { AnySearch } from '../../search/any-search.ts';
import { checkExposure, MOST_EXPOSURE } from '../../search/asking/projection.ts';
import { readPositive } from './numbers.ts';
import { option } from './option.ts';

/** Options of commands that can project to another exposure than that of the data. */
export const EXPOSURE_OPTIONS = {
  exposure: option(readPositive, 'Project to so many times the exposure of the data: 10', '1, the data'),
  pot: option(readPositive, 'The same for searches behind a dump, in protons on target: 1e18', "the experiment's"),
};

/**
 * The exposure, relative to that of the data, that was asked for; undefined where none was. Throws InvalidInput for
 * protons beside it, or of a search that counts kaons.
 */
export async function exposureOf(
  search: AnySearch,
  { exposure, pot }: { readonly exposure?: number | undefined; readonly pot?: number | undefined },
): Promise<number | undefined> {
  if (exposure !== undefined) checkExposure(exposure);
  if (pot === undefined) return exposure;
  if (exposure !== undefined) throw new InvalidInput('--pot', 'says the same as --exposure; give one of them.');
  if (search.kind !== 'dump')
    throw new InvalidInput('--pot', `counts protons on a dump; ${search.id} is projected with --exposure.`);
  const { dumpExperiment } = await import('../../modes/dump/chain/setup.ts');
  const protons: number = dumpExperiment(search.experiment).beam.protons.value;
  if (pot > MOST_EXPOSURE * protons)
    throw new InvalidInput(
      '--pot',
      `found ${pot}, allowed is at most ${MOST_EXPOSURE * protons}: ${MOST_EXPOSURE} times the data.`,
    );
  return pot / protons;
}
