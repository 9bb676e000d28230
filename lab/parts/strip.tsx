const seconds = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const timeText = (left: number | undefined): string =>
  left === undefined ? '' : left < 90 ? `${seconds.format(left)} s left` : `${seconds.format(left / 60)} min left`;

/** How far something is, with the time to go. */
export const Strip = (far: {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | undefined;
  readonly what: string;
}) => (
  <div class="strip">
    <progress value={far.done} max={Math.max(far.total, 1)} aria-label={far.what} />
    <span class="quiet">
      {far.what} {timeText(far.secondsLeft)}
    </span>
  </div>
);
