import { exp } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { BackgroundModel } from '../counting/background/background-model.ts';
import type { ModifierDocument, WorkspaceDocument } from '../histfactory/index.ts';
import { type CheckedCombination, type CombinedChannel, checkCombination } from './combination-input.ts';

/**
 * The combination as a pyhf workspace: one bin per channel, the parameter of interest 'mu' in signal events of all
 * channels together, every nuisance a normsys, shared ones by their names. While blind the observations are the
 * expected background. Throws InvalidInput as `combineCounting` does.
 */
export function combinationWorkspace(channels: readonly CombinedChannel[]): WorkspaceDocument {
  return workspaceOf(checkCombination(channels));
}

/** The same from checked input. */
export function workspaceOf(combination: CheckedCombination): WorkspaceDocument {
  const { channels, counts, nuisances, signal, background } = combination;
  const shared = (effects: readonly Float64Array[], c: number): ModifierDocument[] =>
    nuisances.flatMap((name, k) =>
      effects[k][c] === 0 ? [] : [{ name, type: 'normsys', data: { hi: exp(effects[k][c]), lo: exp(-effects[k][c]) } }],
    );
  return {
    channels: channels.map((channel, c) => {
      const name = channel.name!;
      const own = channel.efficiency?.relativeError ?? 0;
      const efficiency: ModifierDocument[] =
        own > 0 ? [{ name: `${name} ses`, type: 'normsys', data: { hi: 1 + own, lo: Math.max(1e-3, 1 - own) } }] : [];
      const beside: ModifierDocument[] = backgroundModifier(`${name} background`, channel.background);
      return {
        name,
        samples: [
          {
            name: 'signal',
            data: [channel.signal ?? 1],
            modifiers: [{ name: 'mu', type: 'normfactor', data: null }, ...efficiency, ...shared(signal, c)],
          },
          { name: 'background', data: [channel.background.value], modifiers: [...beside, ...shared(background, c)] },
        ],
      };
    }),
    observations: channels.map((channel, c) => ({
      name: channel.name!,
      data: [counts === null ? channel.background.value : counts[c]],
    })),
    measurements: [{ name: 'combination', config: { poi: 'mu', parameters: [] } }],
    version: '1.0.0',
  };
}

function backgroundModifier(name: string, model: BackgroundModel): ModifierDocument[] {
  if (model.kind === 'fixed') return [];
  const [up, down] = model.kind === 'asymmetric' ? [model.up, model.down] : [model.error, model.error];
  if (up === 0 && down === 0) return [];
  if (!(model.value > 0)) {
    throw new InvalidInput(name, 'a background of zero with an error cannot be written as a relative change');
  }
  const hi = 1 + up / model.value;
  return [
    {
      name,
      type: 'normsys',
      data: { hi, lo: Math.max(1e-3, model.kind === 'lognormal' ? 1 / hi : 1 - down / model.value) },
    },
  ];
}
