/** Closed polygons of [x, y] points; with the even–odd rule a ring inside another is a hole. */
export type Rings = readonly (readonly (readonly [number, number])[])[];
