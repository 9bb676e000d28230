import type { ContentOf, Read, What } from './content.ts';
import type { Chunk } from './events/encoder.ts';
import type { UnknownFile } from './unknown-file.ts';

/** Files to write, by name, and what the content held that the format cannot say. */
export interface Written {
  readonly files: Readonly<Record<string, readonly Chunk[]>>;
  readonly lost: readonly string[];
}

/**
 * A format of files: one file of `formats/*` each, which says how it is recognised, read and written. Nothing else has
 * to be edited to add one.
 */
export interface Format<W extends What = What> {
  readonly id: string;
  readonly title: string;
  readonly what: W;
  /** Usual endings, for people and for names of written files; reading goes by content alone. */
  readonly endings: readonly string[];
  /** Whether a file is of this format, by its content. Never throws. */
  recognise(file: UnknownFile): boolean;
  /** Throws InvalidInput for whatever is wrong with the file. */
  read?(file: UnknownFile): Read<W> | Promise<Read<W>>;
  /** Files of which the first is called `name` and an ending. */
  write?(content: ContentOf[W], name: string): Written;
}

/** A format, with the type of its content taken from `what`. */
export const defineFormat = <const W extends What>(format: Format<W>): Format<W> => format;
