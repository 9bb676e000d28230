import { InvalidInput } from '../../schema/index.ts';
import { NOTHING_OBSERVED } from '../../search/asking/projection.ts';
import { checkDataAgainst } from '../../search/user-data/check-data.ts';
import { binCount, binsTouchingBox } from '../../stages/blinding/binning.ts';
import { BoxClosed } from '../../stages/blinding/box-closed.ts';
import { pseudoData } from '../../stages/blinding/pseudo-data.ts';
import { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import type { BoxContent } from '../mode.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Throws when a user's counts do not fit the discriminant: InvalidInput for another number of bins or another axis, or beside a projection,
 * BoxClosed where settings moved the axis of the search under data that name none.
 */
export function checkKaonData({ search, registeredAxes, projection }: RunPlan, data: UserCounts): void {
  if (projection !== undefined)
    throw new InvalidInput('--data', 'a projection is for an exposure that has no data; leave one of the two out');
  const { axes } = data;
  if (axes === undefined && JSON.stringify(search.discriminant) !== JSON.stringify(registeredAxes)) {
    throw new BoxClosed(
      `${data.file}: the bins of data are fixed when the data are given, so --set cannot move the discriminant of ${search.id} under them; leave it as it is, or name the axis in the file`,
    );
  }
  checkDataAgainst(search, data);
}

/** What plays the role of data in a run, with the blind regions masked: seeded pseudo-data, or the user's own counts. */
export function sealKaonData(plan: RunPlan, expected: Float64Array, { identity, data }: BoxContent): SealedData {
  const { search, seed, searchDigest } = plan;
  if (data !== undefined) checkKaonData(plan, data);
  const bins = binCount(search.discriminant);
  const masked =
    plan.masked === 'everything'
      ? Array.from({ length: bins }, (_, bin) => bin)
      : plan.masked.flatMap((box) => binsTouchingBox(search.discriminant, box));
  return new SealedData(
    { ...identity, search: search.id, digest: searchDigest, regions: search.blind },
    {
      kind: data === undefined ? 'pseudo-data' : 'user',
      source: data?.source ?? (plan.projection === undefined ? pseudoDataSource(plan) : NOTHING_OBSERVED),
      bins,
      masked,
      count: data?.count ?? pseudoData(expected, seed),
    },
  );
}

const pseudoDataSource = ({ seed, search: { pseudoSignal, citedBackgrounds } }: RunPlan): string =>
  `${[
    `seed ${seed}`,
    pseudoSignal === undefined ? 'no signal' : `with ${pseudoSignal.value} signal events`,
    ...(citedBackgrounds === undefined ? [] : ['published backgrounds spread evenly over the signal region']),
  ].join(', ')}; anyone with the seed can draw them`;
