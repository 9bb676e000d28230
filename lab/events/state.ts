import * as v from 'valibot';

/** What the room keeps of the state of the lab. */
const displaySchema = v.object({
  sample: v.optional(v.pipe(v.string(), v.maxLength(200)), 'signal'),
  shown: v.optional(v.picklist(['seen', 'candidates', 'selected']), 'candidates'),
  /** Lines instead of space: what every browser can draw. */
  flat: v.optional(v.boolean(), false),
});

/** What is asked of the display. */
export type DisplayState = v.InferOutput<typeof displaySchema>;

/** The display of a state; the first one where what the state holds cannot be taken. */
export function displayOf(part: unknown): DisplayState {
  const read = v.safeParse(displaySchema, part);
  return read.success ? read.output : v.parse(displaySchema, {});
}
