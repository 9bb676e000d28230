import type { FigureFrame } from 'spillway/plots';
import type { Asking } from '../search/asking.ts';
import type { Handle } from './handles.ts';

/** A question of the room: the search with its cuts, and whose picture is asked for. */
export interface Moved extends Asking {
  readonly shown: string;
}

/** A number of the answer; null where there is none. */
export interface AnswerNumber {
  readonly title: string;
  readonly value: number | null;
  readonly error?: number;
}

/** One step of the flow through the cuts, a number for each column. */
export interface Step {
  readonly name: string;
  readonly cells: readonly (number | null)[];
}

/** What a search answers with its cuts as they are. */
export interface CutAnswer {
  readonly handles: readonly Handle[];
  readonly numbers: readonly AnswerNumber[];
  readonly flow: {
    readonly caption: string;
    readonly columns: readonly { readonly title: string; readonly percent: boolean }[];
    readonly steps: readonly Step[];
  };
  readonly judged: boolean;
  readonly digest: string;
  readonly events: number;
  /** What the answer is of, where it is of less than the whole search. */
  readonly of: string;
  readonly picture: {
    readonly svg: string;
    readonly frame: FigureFrame | undefined;
    readonly of: string;
    readonly says: string;
  };
  readonly milliseconds: number;
}
