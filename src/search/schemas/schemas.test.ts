import { describe, expect, it } from 'vitest';
import { searches as registered } from '../../../searches/index.ts';
import { checkDocument } from '../../schema/index.ts';
import { kindBy } from '../../schema/shapes.ts';
import type { Cut } from '../../stages/selection/selection.ts';
import type { AnySearch } from '../any-search.ts';
import type { Axis } from '../kaon-search.ts';
import type { AnalysisSection } from '../sections/index.ts';
import { dumpSearchSchema } from './dump-search.ts';
import { kaonSearchSchema } from './kaon-search.ts';
import { categoryMeasurementSchema, formFactorFitSchema, massScanSchema, regionRatiosSchema } from './sections.ts';
import type { AnyAxis, AnyCut } from './selection.ts';

const all = Object.values<AnySearch>(registered);
const kaonSearches = all.filter(({ kind }) => kind === 'kaon');
const dumpSearches = all.filter(({ kind }) => kind === 'dump');
const searches = registered;

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type KeysOfUnion<T> = T extends unknown ? keyof T : never;
const same = <T extends true>(value: T): T => value;

const schema = kaonSearchSchema(
  kindBy<AnalysisSection>('kind', 'kind of analysis', {
    'category measurement': categoryMeasurementSchema,
    'mass scan': massScanSchema,
    'form-factor fit': formFactorFitSchema,
    'ratios in regions': regionRatiosSchema,
  }),
);

describe('the schemas of searches', () => {
  it('have the keys of cuts and axes', () => {
    // Checked by the compiler: an observable's cut and axis are closed by hand, since each has its own dimension.
    expect(same<Equal<KeysOfUnion<Cut>, keyof AnyCut>>(true)).toBe(true);
    expect(same<Equal<KeysOfUnion<Axis>, keyof AnyAxis>>(true)).toBe(true);
  });

  it('give every search with kaons back unchanged', () => {
    for (const search of kaonSearches) {
      const document: unknown = JSON.parse(JSON.stringify(search));
      expect(checkDocument(schema, document, search.id)).toEqual(document);
    }
  });

  it('give every search behind a dump back unchanged', () => {
    for (const search of dumpSearches) {
      const document: unknown = JSON.parse(JSON.stringify(search));
      expect(checkDocument(dumpSearchSchema, document, search.id)).toEqual(document);
    }
  });

  it('name all issues at once, with path and nearest name', () => {
    const { selection, ...rest } = searches['kaon-munuee'];
    const document = { ...rest, selction: selection, signal: { decay: 3 }, limit: { method: 'clss', level: 90 } };
    let message = '';
    try {
      checkDocument(schema, document, 'kaon-munuee');
    } catch (error) {
      message = (error as Error).message;
    }
    const lines = message.split('\n');
    expect(lines).toHaveLength(5);
    expect(message).toContain("kaon-munuee.selection: is missing; 'selction' is there instead");
    expect(message).toContain("kaon-munuee.selction: unknown key. Did you mean 'selection'? Allowed: ");
    expect(message).toContain("kaon-munuee.signal.decay: found 3, allowed is a decay such as 'K+ -> pi+ pi0'");
    expect(message).toContain(`kaon-munuee.limit.method: unknown limit method "clss". Did you mean 'cls'?`);
    expect(message).toContain('kaon-munuee.limit.level: found 90, allowed is a level between 0 and 1');
  });

  it('hold quantities against the dimension of their observable', () => {
    const search = JSON.parse(JSON.stringify(searches['kaon-munuee'])) as {
      selection: { cuts: Record<string, unknown> };
    };
    search.selection.cuts['missing momentum'] = { observable: 'totalMomentum', below: '71 GeV' };
    expect(checkDocument(schema, search, 'x').selection.cuts['missing momentum']).toEqual({
      observable: 'totalMomentum',
      below: 71,
    });
    search.selection.cuts['missing momentum'] = { observable: 'totalMomentum', below: '71 mm' };
    expect(() => checkDocument(schema, search, 'x')).toThrow(
      'x.selection.cuts.missing momentum.below: found "71 mm", allowed is an energy',
    );
    search.selection.cuts['missing momentum'] = { observable: 'totalMomentum', below: 1, above: 2 };
    expect(() => checkDocument(schema, search, 'x')).toThrow('needs exactly one of between, outside, above, below');
    search.selection.cuts['missing momentum'] = { observable: 'totalMomentun', below: 1 };
    expect(() => checkDocument(schema, search, 'x')).toThrow("Did you mean 'totalMomentum'?");
  });
});
