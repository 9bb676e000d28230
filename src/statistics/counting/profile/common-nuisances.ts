import { InvalidInput } from '../../../schema/index.ts';
import { type AveragingPoints, backgroundPoints, pointsInZ, singlePoint } from '../averaging.ts';
import { backgroundAt } from '../background/background-at.ts';
import { isFixed } from '../background/background-model.ts';
import { type CountingModel, isUncertain } from '../counting-model.ts';
import { efficiencyAt, efficiencyPoints } from '../efficiency.ts';

/** The channels at one value of everything that they share: within it they are independent of each other. */
export interface IndependentChannels {
  /** Probability of this value of the shared nuisance parameters. */
  readonly weight: number;
  /** Factor of the common efficiency. */
  readonly efficiency: number;
  readonly backgrounds: readonly AveragingPoints[];
}

const MOST_GROUPS = 3;

function sharedName(model: CountingModel, i: number): string | undefined {
  const { background, sharedNuisance } = model.channels[i];
  return isFixed(background) ? undefined : sharedNuisance;
}

/** Names of the background nuisance parameters that two or more channels share. */
export function sharedGroups(model: CountingModel): readonly string[] {
  const names = model.channels.map((_, i) => sharedName(model, i));
  return [...new Set(names)].filter(
    (name): name is string => name !== undefined && names.filter((other) => other === name).length > 1,
  );
}

/**
 * Splits a model of several channels into independent ones: one entry per point of the common efficiency and of each
 * background nuisance parameter shared by name (Gauss–Legendre points; at most three such names, InvalidInput beyond).
 */
export function independentChannels(model: CountingModel): readonly IndependentChannels[] {
  const shared = (i: number): string | undefined => sharedName(model, i);
  const groups = sharedGroups(model);
  if (groups.length > MOST_GROUPS) {
    throw new InvalidInput(
      'channels',
      `found ${groups.length} shared nuisance parameters, at most ${MOST_GROUPS}; write a workspace for more.`,
    );
  }
  const z = pointsInZ((x) => x, -7, 7, [0], 7, groups.length === 1 ? 12 : 8);
  const e = model.efficiency;
  const common = !isUncertain(e)
    ? singlePoint(1)
    : groups.length === 0
      ? efficiencyPoints(e)
      : pointsInZ(
          (x) => efficiencyAt(e, x),
          e.kind === 'gauss' ? Math.max(-7, -1 / e.relativeError) : -7,
          7,
          [0],
          7,
          9,
        );
  const own = model.channels.map((channel, i) => {
    const name = shared(i);
    return name !== undefined && groups.includes(name) ? undefined : backgroundPoints(channel.background);
  });
  const entries: IndependentChannels[] = [];
  const values = new Map<string, number>();
  const visit = (group: number, weight: number): void => {
    if (group < groups.length) {
      for (let j = 0; j < z.values.length; j++) {
        values.set(groups[group], z.values[j]);
        visit(group + 1, weight * z.weights[j]);
      }
      return;
    }
    const backgrounds = own.map(
      (points, i) => points ?? singlePoint(backgroundAt(model.channels[i].background, values.get(shared(i)!)!)),
    );
    for (let k = 0; k < common.values.length; k++) {
      entries.push({ weight: weight * common.weights[k], efficiency: common.values[k], backgrounds });
    }
  };
  visit(0, 1);
  return entries;
}
