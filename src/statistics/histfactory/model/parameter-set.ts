import { InvalidInput } from '../../../schema/index.ts';
import type { ModifierType, ParameterDocument } from '../document/workspace-document.ts';
import type { ModelParameter } from './model.ts';

type Constraint = ModelParameter['constraint'];
type Draft = { -readonly [K in keyof ModelParameter]: ModelParameter[K] };

interface Group {
  readonly name: string;
  readonly constraint: Constraint;
  readonly perBin: boolean;
  readonly types: ModifierType[];
  readonly members: number[];
}

/** pyhf's start and bounds: α (0; −5…5), γ (1; 1e-10…10), everything free (1; 0…10). */
function defaults(type: ModifierType): { init: number; lower: number; upper: number } {
  if (type === 'normsys' || type === 'histosys') return { init: 0, lower: -5, upper: 5 };
  if (type === 'shapesys' || type === 'staterror') return { init: 1, lower: 1e-10, upper: 10 };
  return { init: 1, lower: 0, upper: 10 };
}

const constraintOf: Record<ModifierType, Constraint> = {
  normfactor: 'none',
  shapefactor: 'none',
  normsys: 'normal',
  histosys: 'normal',
  lumi: 'normal',
  staterror: 'normal',
  shapesys: 'poisson',
};

/** Collects the parameters of a model: modifiers of one name share one parameter where their kinds agree. */
export class ParameterSet {
  private readonly drafts: Draft[] = [];
  private readonly groups = new Map<string, Group>();

  /** The position of the one parameter of a normfactor, normsys, histosys or lumi; made at its first use. */
  scalar(name: string, type: ModifierType, kinked: boolean, where: string): number {
    const group = this.group(name, type, false, where);
    if (group.members.length === 0) this.add(group, type, name, kinked);
    const draft = this.drafts[group.members[0]];
    if (kinked) draft.kinked = true;
    return group.members[0];
  }

  /** A new per-bin parameter of the group, named name[k]. `sigma` of a normal or `factor` of a Poisson constraint. */
  bin(name: string, type: ModifierType, strength: number, fixed: boolean, where: string): number {
    const group = this.group(name, type, true, where);
    const at = this.add(group, type, `${name}[${group.members.length}]`, false);
    const draft = this.drafts[at];
    draft.fixed = fixed;
    if (draft.constraint === 'normal') draft.sigma = strength;
    if (draft.constraint === 'poisson') draft.aux = draft.factor = strength;
    return at;
  }

  /** The parameters already made for a group, in order; empty when there are none. */
  members(name: string): readonly number[] {
    return this.groups.get(name)?.members ?? [];
  }

  get names(): string[] {
    return [...this.groups.keys()];
  }

  private group(name: string, type: ModifierType, perBin: boolean, where: string): Group {
    const constraint = constraintOf[type];
    const known = this.groups.get(name);
    if (known === undefined) {
      const made: Group = { name, constraint, perBin, types: [type], members: [] };
      this.groups.set(name, made);
      return made;
    }
    const clash = known.constraint !== constraint || known.perBin !== perBin;
    const special = (t: ModifierType): boolean => t === 'lumi' || perBin;
    if (clash || (known.types[0] !== type && (special(type) || special(known.types[0]))))
      throw new InvalidInput(
        where,
        `the name '${name}' is a ${type} here and a ${known.types[0]} elsewhere; only normsys and histosys share one.`,
      );
    if (!known.types.includes(type)) known.types.push(type);
    return known;
  }

  private add(group: Group, type: ModifierType, name: string, kinked: boolean): number {
    const normal = group.constraint === 'normal';
    this.drafts.push({
      name,
      group: group.name,
      types: group.types,
      ...defaults(type),
      fixed: false,
      constraint: group.constraint,
      aux: normal ? defaults(type).init : 0,
      sigma: normal && type !== 'lumi' ? 1 : 0,
      factor: 0,
      kinked,
    });
    group.members.push(this.drafts.length - 1);
    return this.drafts.length - 1;
  }

  /** Applies what a measurement says about a group's parameters. @throws InvalidInput for lengths or senseless values. */
  configure(config: ParameterDocument, where: string): void {
    const members = this.members(config.name);
    const count = members.length;
    const each = <T>(key: keyof ParameterDocument, values: readonly T[] | undefined, set: (d: Draft, x: T) => void) => {
      if (values === undefined) return;
      if (values.length !== count)
        throw new InvalidInput(`${where}.${key}`, `has ${values.length} entries, but '${config.name}' has ${count}.`);
      members.forEach((m, k) => {
        set(this.drafts[m], values[k]);
      });
    };
    each('inits', config.inits, (d, x) => (d.init = x));
    each('bounds', config.bounds, (d, [low, high]) => ([d.lower, d.upper] = [low, high]));
    if (count > 0 && this.drafts[members[0]].constraint !== 'none')
      each('auxdata', config.auxdata, (d, x) => (d.aux = x));
    if (count > 0 && this.drafts[members[0]].constraint === 'normal')
      each('sigmas', config.sigmas, (d, x) => {
        if (!(x > 0)) throw new InvalidInput(`${where}.sigmas`, `found ${x}, a width is above zero.`);
        d.sigma = x;
      });
    if (count > 0 && this.drafts[members[0]].constraint === 'poisson')
      each('factors', config.factors, (d, x) => {
        if (!(x > 0)) throw new InvalidInput(`${where}.factors`, `found ${x}, a factor is above zero.`);
        d.factor = x;
      });
    if (config.fixed !== undefined) for (const m of members) this.drafts[m].fixed = config.fixed;
  }

  /** The parameters, checked. `where` says at which measurement bounds and starts were given. */
  finished(where: string): ModelParameter[] {
    for (const d of this.drafts) {
      if (d.types.includes('lumi') && !(d.sigma > 0))
        throw new InvalidInput(`${where} '${d.group}'`, `a lumi modifier needs its auxdata and sigmas here.`);
      if (!(d.lower < d.upper) && !d.fixed)
        throw new InvalidInput(`${where} '${d.name}'`, `the bounds [${d.lower}, ${d.upper}] leave no room.`);
      if (!d.fixed && (d.init < d.lower || d.init > d.upper))
        throw new InvalidInput(`${where} '${d.name}'`, `the start ${d.init} is outside [${d.lower}, ${d.upper}].`);
      if (d.constraint === 'poisson' && !(d.aux >= 0))
        throw new InvalidInput(`${where} '${d.name}'`, `the auxiliary count ${d.aux} is negative.`);
    }
    return this.drafts;
  }
}
