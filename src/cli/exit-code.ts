import { isOutOfMemory, systemSentence } from '../hosts/node/files/disk-error.ts';

/** Exit codes of the command line. 1 is a fault of Spillway itself. */
export const EXIT = { done: 0, fault: 1, badInput: 2, boxClosed: 3, interrupted: 130 } as const;

/** Errors are told apart by name: a worker or another copy of the module may have made them. */
const CODES: Readonly<Record<string, number>> = {
  InvalidInput: EXIT.badInput,
  BoxClosed: EXIT.boxClosed,
  Interrupted: EXIT.interrupted,
  AbortError: EXIT.interrupted,
};

/** A function that was handed a number that is none: what went in was too large, too small or too far apart. */
export const isNotFinite = (error: unknown): boolean =>
  error instanceof RangeError && /found (NaN|-?Infinity)\b/.test(error.message);

/** The exit code for an error that ended a command; what the system refused (disk, files, memory) is no fault of ours. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Error && Object.hasOwn(CODES, error.name)) return CODES[error.name];
  const notOurs = systemSentence(error) !== undefined || isOutOfMemory(error) || isNotFinite(error);
  return notOurs ? EXIT.badInput : EXIT.fault;
}
