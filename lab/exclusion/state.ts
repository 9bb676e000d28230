import * as v from 'valibot';
import { state } from '../now.ts';

const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.minLength(1), v.maxLength(12));

/** What the room keeps of the state of the lab. */
const planeSchema = v.object({
  model: v.optional(v.pipe(v.string(), v.maxLength(80)), 'dark-photon'),
  /** The JSON text of a model of one's own, in place of a registered one. */
  own: v.optional(v.pipe(v.string(), v.maxLength(40_000))),
  searches: v.optional(names, ['dump-mumu', 'dump-ee']),
  /** Protons on target; left out: those of the counts. */
  protons: v.optional(v.pipe(v.number(), v.minValue(1e14), v.maxValue(1e22))),
  production: v.optional(v.pipe(v.string(), v.maxLength(80))),
  /** Times the exposure of the data; 1: nothing is projected. For kaon scans, in place of protons. */
  exposure: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1000)), 1),
  band: v.optional(v.boolean(), true),
  /** Which contours are drawn. */
  lines: v.optional(v.picklist(['both', 'observed', 'expected']), 'both'),
  /** Decays per mass, and masses, of the answer that stands; left out: those of `spillway exclude`. */
  events: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(1e6))),
  massCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(400))),
});

/** The exclusion that is asked. */
export type PlaneState = v.InferOutput<typeof planeSchema>;

/** The exclusion of a state; the first one where what the state holds cannot be taken. */
export function planeOf(part: unknown): PlaneState {
  const read = v.safeParse(planeSchema, part);
  return read.success ? read.output : v.parse(planeSchema, {});
}

/** The exclusion that is asked now. */
export const plane = (): PlaneState => planeOf(state.value.exclusion);
