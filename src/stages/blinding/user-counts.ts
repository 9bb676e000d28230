/** A user's own data: counts per bin of the discriminant (last axis fastest), handed over unread. */
export interface DataChoice {
  readonly source: string;
  readonly bins: number;
  readonly count: (bin: number) => number;
}
