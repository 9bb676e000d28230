/** When the cuts and maps of a search were frozen, and the record that says why they are as they are. */
export interface Frozen {
  readonly date: string;
  readonly record: string;
}
