import type { NumberRange } from './shapes.ts';

/** What the schemas of `shapes.ts` have inside, as far as it is read here. */
export interface Inside {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Inside>>;
  readonly wrapped?: Inside;
  readonly items?: readonly Inside[];
  readonly item?: Inside;
  readonly value?: Inside;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  /** Chooses the schema by the value. */
  readonly getter?: (value: unknown) => Inside;
  readonly later?: { readonly name: string; readonly of: () => Inside };
  readonly pipe?: readonly {
    readonly kind: string;
    readonly type?: string;
    readonly requirement?: unknown;
    readonly metadata?: Said;
  }[];
}

/** What a schema says of itself. */
export interface Said {
  readonly range?: NumberRange;
  readonly length?: { readonly from: number; readonly to: number };
  readonly pattern?: string;
  readonly description?: string;
  readonly quantity?: string;
  readonly units?: readonly string[];
  readonly counts?: true;
}
