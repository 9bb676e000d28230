import { unknownName } from '../../schema/index.ts';
import { type DecayNode, printDecay } from '../decay-strings/index.ts';
import type { DecayModel, DecayModelEntry } from './decay-model.ts';
import { type IsHidden, matchPattern, parsePattern } from './decay-pattern.ts';
import { flatDecay } from './flat.ts';
import { decayModels } from './models/index.ts';

/** A model for a decay and the nodes that its products are, in the model's order. */
export interface ChosenModel {
  readonly model: DecayModel;
  readonly leaves: readonly DecayNode[];
}

const entries: readonly DecayModelEntry[] = Object.values(decayModels).flat();
const made = new Map<string, DecayModel>();

/** Ids of all registered models, in their order. */
export function decayModelIds(): string[] {
  return ['flat', ...entries.map((entry) => entry.id)];
}

function kept(key: string, create: () => DecayModel): DecayModel {
  const before = made.get(key);
  if (before !== undefined) return before;
  const model = create();
  // Bounded: mass scans make one model per hypothesis.
  if (made.size > 2000) made.clear();
  made.set(key, model);
  return model;
}

/** The registered model of that name, for a hidden particle of `hiddenMass` GeV if it takes one. */
export function decayModel(id: string, hiddenMass = Number.NaN): DecayModel {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw unknownName('decay model', 'model', id, decayModelIds());
  return kept(`${id} ${hiddenMass}`, () => entry.create(hiddenMass));
}

function flat(node: DecayNode): ChosenModel {
  const masses = [node.particle.mass, ...node.products.map((product) => product.particle.mass)];
  const names = node.products.map((product) => product.particle.name);
  const text = `${node.particle.name} -> ${names.join(' ')}`;
  return { model: kept(`flat ${masses.join(' ')} ${text}`, () => flatDecay(text, masses)), leaves: node.products };
}

/**
 * The model for the decay of `node`: the first of `wanted` (ids) that describes it; otherwise the first registered that
 * does, unless a hidden particle takes part; otherwise flat phase space. 'flat' in `wanted` stands for every decay.
 */
export function chooseModel(node: DecayNode, wanted: readonly string[], isHidden: IsHidden): ChosenModel {
  const attempt = (entry: DecayModelEntry, hiddenAllowed: boolean): ChosenModel | undefined => {
    for (const text of entry.decays) {
      if (!hiddenAllowed && /\bX\b/.test(text)) continue;
      const match = matchPattern(parsePattern(text), node, isHidden);
      if (match !== undefined) return { model: decayModel(entry.id, match.hiddenMass), leaves: match.leaves };
    }
    return undefined;
  };
  for (const id of wanted) {
    if (id === 'flat') return flat(node);
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry === undefined) throw unknownName(`decay '${printDecay(node)}'`, 'model', id, decayModelIds());
    const chosen = attempt(entry, true);
    if (chosen !== undefined) return chosen;
  }
  for (const entry of entries) {
    const chosen = attempt(entry, false);
    if (chosen !== undefined) return chosen;
  }
  return flat(node);
}
