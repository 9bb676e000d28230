import { join } from 'node:path';
import { writeFigure } from '../hosts/node/files/write-figure.ts';
import { makeFolder } from '../hosts/node/files/write-file.ts';
import type { ExcludeModelOptions } from '../modes/exclusion.ts';
import { excludePointTogether } from '../run/exclude-point-together.ts';
import { excludeTogether } from '../run/exclude-together.ts';
import type { Host } from '../run/host.ts';
import { togetherFigure } from '../run/together-figure.ts';
import { unknownName } from '../schema/index.ts';
import { refuseGiven } from './options/given.ts';
import { type Registries, searchCalled } from './registries.ts';

/** What was typed, beside the model and the searches. */
interface Typed extends Pick<ExcludeModelOptions, 'production' | 'pot' | 'mass' | 'coupling' | 'events' | 'seed'> {
  readonly exposure?: number | undefined;
  readonly point?: { readonly mass: number; readonly coupling: number } | undefined;
  readonly lifetime?: unknown;
  readonly earlier?: unknown;
  readonly branching?: unknown;
  readonly grid?: unknown;
  readonly out?: string | undefined;
}

/** Options that have a meaning for searches behind a dump alone. */
const DUMP_ALONE = ['lifetime', 'earlier', 'branching', 'grid', 'pot'] as const;

/** `exclude` with a kaon search among the searches: regions, their union, or one point. */
export async function excludeWithKaons(
  model: string,
  names: readonly string[],
  typed: Typed,
  registries: Registries,
  host: Host,
) {
  refuseGiven(typed, DUMP_ALONE, 'is for searches behind a dump alone; leave the kaon searches out.');
  if (!Object.hasOwn(registries.models, model))
    throw unknownName('MODEL', 'model that kaon searches say something of', model, Object.keys(registries.models));
  const searches = names.map((name) => searchCalled(name, registries));
  if (searches.every(({ kind }) => kind === 'kaon'))
    refuseGiven(typed, ['production'], 'is for searches behind a dump, and none is named.');
  const { point, out } = typed;
  if (point !== undefined) return await excludePointTogether(model, searches, point, typed, host);
  const exclusion = await excludeTogether(model, searches, typed, host);
  if (out === undefined) return { ...exclusion, files: [] };
  await makeFolder(out);
  return { ...exclusion, files: await writeFigure(join(out, 'exclusion.svg'), togetherFigure(exclusion)) };
}
