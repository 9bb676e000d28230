import { InvalidInput } from '../../schema/index.ts';
import type { Axis } from '../../search/kaon-search.ts';
import { binCount, binsTouchingBox } from '../../stages/blinding/binning.ts';
import { BoxClosed } from '../../stages/blinding/box-closed.ts';
import { pseudoData } from '../../stages/blinding/pseudo-data.ts';
import { SealedData } from '../../stages/blinding/sealed-data.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import type { BoxContent } from '../mode.ts';
import type { RunPlan } from './run-plan.ts';

const near = (a: number, b: number, width: number): boolean => Math.abs(a - b) <= 1e-6 * width;

/** Whether two axes have the same bins in the same observable; edges may differ by a millionth of a bin. */
function sameAxis(a: { observable: string; from: number; to: number; bins: number }, b: Axis): boolean {
  const width = (b.to - b.from) / b.bins;
  return a.observable === b.observable && a.bins === b.bins && near(a.from, b.from, width) && near(a.to, b.to, width);
}

const axisText = ({ observable, from, to, bins }: { observable: string; from: number; to: number; bins: number }) =>
  `${observable}, ${bins} bins from ${from} to ${to}`;

/**
 * Throws when a user's counts do not fit the discriminant: InvalidInput for another number of bins or another axis,
 * BoxClosed where settings moved the axis of the search under data that name none.
 */
export function checkKaonData({ search, registeredAxes }: RunPlan, data: UserCounts): void {
  const axes: readonly Axis[] = search.discriminant;
  const bins = binCount(axes);
  const moved = !axes.every((axis, a) => registeredAxes[a] !== undefined && sameAxis(axis, registeredAxes[a]));
  if (moved) {
    throw new BoxClosed(
      `${data.file}: the bins of data are fixed when the data are given, so --set cannot move the discriminant of ${search.id} under them; leave discriminant as it is`,
    );
  }
  if (data.bins !== bins) {
    throw new InvalidInput(data.file, `has ${data.bins} bins, the discriminant of ${search.id} has ${bins}`);
  }
  data.axes?.forEach((axis, a) => {
    if (!(a < axes.length && sameAxis(axis, axes[a]))) {
      const wanted = axes.map(axisText).join('; ');
      throw new InvalidInput(data.file, `is binned in ${axisText(axis)}; ${search.id} needs ${wanted}`);
    }
  });
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
      source: data?.source ?? pseudoDataSource(plan),
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
