/** What a file of generated events says of itself. */
export interface AboutEvents {
  readonly program: string;
  readonly version: string;
  readonly seed: number;
  /** What the weights mean, and anything else, by name; values on one line. */
  readonly notes: Readonly<Record<string, string>>;
}

/** All of it by name, the decay included. */
export function notesOf(decay: string, { program, version, seed, notes }: AboutEvents): Record<string, string> {
  return { decay, program, version, seed: `${seed}`, ...notes };
}
