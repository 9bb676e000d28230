import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { hiddenParticles } from '../physics/hidden/index.ts';
import { unknownName } from '../schema/index.ts';

/** The hidden particle of that id. InvalidInput with the nearest name otherwise. */
export function hiddenModel(id: string): HiddenModel {
  const models: Readonly<Record<string, HiddenModel>> = hiddenParticles;
  const found = Object.hasOwn(models, id) ? models[id] : undefined;
  if (found === undefined) throw unknownName('model', 'hidden particle', id, Object.keys(models));
  return found;
}
