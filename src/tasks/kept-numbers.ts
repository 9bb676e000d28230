/** Numbers that outlive a command, found again by a text that says all they were made of. */
export interface KeptNumbers {
  /** The numbers kept under a text; undefined when there are none. */
  load(of: string): Promise<Float64Array | undefined>;
  /** Keeps numbers under a text. Never fails: what cannot be kept is made again. */
  save(of: string, numbers: Float64Array): Promise<void>;
}
