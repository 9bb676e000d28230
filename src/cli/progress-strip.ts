import { STAGE_NAMES, type StageName } from '../stages/names.ts';
import { countText, durationText } from './text/number.ts';

/** Where the strip is drawn: stderr, or what a test puts in its place. */
export interface StripStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How far the work is. Counts are those of events that reached a stage. */
export interface StripState {
  readonly done: number;
  readonly total: number;
  readonly perSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
  /** What is counted: events unless said otherwise. */
  readonly unit?: string;
  readonly counts?: Partial<Readonly<Record<StageName, number>>>;
  /** Lines below the strip that a person asked to see, for a width; made only when drawn, and left behind at the end. */
  readonly picture?: (columns: number) => readonly string[];
}

const PATIENCE = 2;
const REDRAW = 0.1;
const now = (): number => performance.now() / 1000;

/**
 * Live progress on stderr: the nine stages in order with their counts, then events done, rate and time to go. On a
 * terminal it appears after two seconds, is redrawn in place and leaves nothing behind; elsewhere it is one line after
 * two seconds and one at the end. Work that is over sooner prints nothing.
 */
export class ProgressStrip {
  readonly #stream: StripStream;
  readonly #clock: () => number;
  readonly #startedAt: number;
  #title = '';
  #stage: StageName | undefined;
  #state: StripState | undefined;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #drawnLines = 0;
  #announced = false;

  constructor(stream: StripStream, clock: () => number = now) {
    this.#stream = stream;
    this.#clock = clock;
    this.#startedAt = clock();
  }

  /** Names what is worked on, such as the search's id. */
  begin(title: string): void {
    this.#title = title;
    this.#stage = undefined;
    this.#state = undefined;
    this.#show();
  }

  /** Marks a stage as the current one; those before it count as done. */
  enter(stage: StageName): void {
    this.#stage = stage;
    this.#show(true);
  }

  /** Takes new counts; cheap enough to be called for every block. */
  update(state: StripState): void {
    this.#state = state;
    this.#show();
  }

  /** Takes the strip away, before other output and at the end. Where there is no terminal, says that the work is done. */
  end(): void {
    this.#erase();
    const left = this.#state?.picture?.(this.#columns()) ?? [];
    if (left.length > 0) this.#stream.write(`${left.join('\n')}\n`);
    this.#state = undefined;
    if (this.#announced) {
      this.#stream.write(`${this.#name()}: done in ${durationText(this.#clock() - this.#startedAt)}\n`);
      this.#announced = false;
    }
  }

  /** Takes the strip away for other output; the next update draws it again. */
  clear(): void {
    this.#erase();
  }

  /** Takes the strip away because the work was stopped or has failed. */
  abandon(): void {
    this.#erase();
    this.#announced = false;
  }

  #columns(): number {
    return this.#stream.columns ?? 80;
  }

  #name(): string {
    return this.#title === '' ? 'spillway' : this.#title;
  }

  #show(atOnce = false): void {
    const time = this.#clock();
    if (time - this.#startedAt < PATIENCE) return;
    if (this.#stream.isTTY !== true) {
      if (this.#announced) return;
      this.#announced = true;
      this.#stream.write(`${this.#name()}: ${this.#stateText() || 'working'}\n`);
      return;
    }
    if (!atOnce && time - this.#drawnAt < REDRAW) return;
    this.#erase();
    const columns = this.#columns();
    const lines = [
      ...stripLines(this.#name(), this.#stage, this.#state, columns),
      ...(this.#state?.picture?.(columns) ?? []),
    ];
    this.#stream.write(`${lines.join('\n')}\n`);
    this.#drawnLines = lines.length;
    this.#drawnAt = time;
  }

  #stateText(): string {
    return this.#state === undefined ? '' : stateText(this.#state);
  }

  #erase(): void {
    if (this.#drawnLines > 0) this.#stream.write(`\x1b[${this.#drawnLines}A\x1b[0J`);
    this.#drawnLines = 0;
  }
}

/** '1.20 M of 5.00 M events · 1.10 M/s · 4 s left'. */
export function stateText({ done, total, perSecond, secondsLeft, unit = 'events' }: StripState): string {
  const parts = [`${countText(done)} of ${countText(total)} ${unit}`];
  if (perSecond !== undefined && perSecond > 0) parts.push(`${countText(perSecond)}/s`);
  if (secondsLeft !== undefined) parts.push(`${durationText(secondsLeft)} left`);
  return parts.join(' · ');
}

/** The strip as lines of at most `columns` characters: stages broken over lines where the terminal is narrow. */
export function stripLines(
  title: string,
  current: StageName | undefined,
  state: StripState | undefined,
  columns: number,
): string[] {
  const at = current === undefined ? -1 : STAGE_NAMES.indexOf(current);
  const cells = STAGE_NAMES.map((name, i) => {
    const count = state?.counts?.[name];
    const mark = i < at ? '✓' : i === at ? '▸' : ' ';
    return `${mark} ${name}${count === undefined ? '' : ` ${countText(count)}`}`;
  });
  const lines: string[] = [];
  let line = '';
  for (const cell of cells) {
    if (line !== '' && line.length + 2 + cell.length >= columns) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? cell : `  ${cell}`;
  }
  lines.push(line);
  const last = state === undefined ? title : `${title}: ${stateText(state)}`;
  lines.push(last);
  return lines.map((text) => [...text].slice(0, Math.max(1, columns - 1)).join(''));
}
