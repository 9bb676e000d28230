import * as v from 'valibot';

/** What the room keeps of the state of the lab. */
const classSchema = v.object({
  exercise: v.optional(v.pipe(v.string(), v.maxLength(60)), ''),
  language: v.optional(v.picklist(['en', 'de']), 'en'),
  teacher: v.optional(v.boolean(), false),
});

/** Where a class is. */
export type ClassState = v.InferOutput<typeof classSchema>;

/** The class of a state; the beginning where what the state holds cannot be taken. */
export function classOf(part: unknown): ClassState {
  const read = v.safeParse(classSchema, part);
  return read.success ? read.output : v.parse(classSchema, {});
}
