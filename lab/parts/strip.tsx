import type { ReadonlySignal } from '@preact/signals';

const seconds = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const timeText = (left: number | undefined): string =>
  left === undefined ? '' : left < 90 ? `${seconds.format(left)} s left` : `${seconds.format(left / 60)} min left`;

/** How far something is. */
interface Far {
  readonly eventsDone: number;
  readonly eventsTotal: number;
  readonly secondsLeft: number | undefined;
}

/**
 * How far something is, with the time to go, while something is left. It reads the signal itself, so that news of the way
 * draw nothing but the strip anew.
 */
export const Strip = <One extends Far>({
  far,
  what,
}: {
  readonly far: ReadonlySignal<One | undefined>;
  readonly what: (far: One) => string;
}) => {
  const now = far.value;
  if (now === undefined || now.eventsDone >= now.eventsTotal) return null;
  return (
    <div class="strip">
      <progress value={now.eventsDone} max={Math.max(now.eventsTotal, 1)} aria-label={what(now)} />
      <span class="quiet">
        {what(now)} {timeText(now.secondsLeft)}
      </span>
    </div>
  );
};
