/** Which box it is: a search in one frozen state, and exactly these data. An opening of one box opens no other. */
export interface BoxIdentity {
  /** Id of the search. */
  readonly search: string;
  /** Digest of the frozen search, its experiment and what it masks. */
  readonly digest: string;
  /** What stands for the data: a keyed commitment to a user's own, or the seed of pseudo-data. */
  readonly data: string;
  /** The run whose box it is; a copy of its folder keeps the name. */
  readonly run: string;
  /** Blind regions. */
  readonly regions: readonly string[];
}

/** The data of a box are a user's own, and not pseudo-data that anyone with the seed can draw. */
export const holdsUserData = ({ data }: Pick<BoxIdentity, 'data'>): boolean => !data.startsWith(PSEUDO_DATA);

/** How the identity of pseudo-data begins; the seed follows. */
export const PSEUDO_DATA = 'pseudo-data, seed ';
