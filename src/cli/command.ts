import type { Options, OptionValues } from './options/option.ts';
import type { ProgressStrip } from './progress-strip.ts';

/** What a command has at hand while it runs. */
export interface Session {
  /** Seed of everything random in the command. */
  readonly seed: number;
  /** Whether it was typed, or is the one that is taken when none is. */
  readonly seedTyped: boolean;
  /** Worker threads; undefined means all cores. */
  readonly workers: number | undefined;
  /** Fires on Ctrl-C. Asking for it once turns Ctrl-C from an end into a request, so only commands that heed it ask. */
  readonly signal: AbortSignal;
  /** Live counts on stderr. */
  readonly progress: ProgressStrip;
  /** Says a sentence on stderr. */
  notice(sentence: string): void;
}

/** A positional argument. */
export interface Argument {
  readonly name: string;
  readonly brief: string;
  readonly kind: 'required' | 'optional' | 'many';
}

/**
 * A command: its options and arguments, `run`, which turns them into a plain JSON document, and `print`, which says the
 * document to a person. `--help`, `--json`, `--seed` and `--workers` come with every command.
 */
export interface Command<O extends Options = Options, D extends object = object> {
  /** Complete command lines, without 'spillway', for help. */
  readonly examples: readonly string[];
  readonly details?: string;
  readonly arguments?: readonly Argument[];
  readonly options: O;
  run(values: OptionValues<O>, given: readonly string[], session: Session): D | Promise<D>;
  /** Plain text without a final newline. */
  print(document: D, values: OptionValues<O>): string;
  /** Exit code of a command that came to its end; 0 when absent. */
  exitCode?(document: D): number;
}

/** A command, with the types of its values and its document taken from what is written. */
export function defineCommand<const O extends Options, D extends object>(command: Command<O, D>): Command<O, D> {
  return command;
}
