import type { EventTable } from '../../events/event-table.ts';
import { InvalidInput } from '../../schema/index.ts';
import { defineFormat } from '../format.ts';
import type { DataTable } from '../tables/data-table.ts';
import type { UnknownFile } from '../unknown-file.ts';
import type { BinnedHistogram } from './binned-histogram.ts';
import { type Jsroot, loadJsroot, type RootDirectory, type RootObject } from './load-jsroot.ts';
import { branchesOf, histogramOfRoot, rowsOfBranches, tableOfGraph } from './root-objects.ts';

const mostObjects = 20_000;
const deepest = 20;

/** What the objects of a ROOT file are read into. */
interface Found {
  readonly histograms: Record<string, BinnedHistogram>;
  readonly tables: DataTable[];
  readonly rows: Record<string, EventTable>;
  readonly lost: string[];
}

async function add(object: RootObject, path: string, found: Found, root: Jsroot, where: string): Promise<void> {
  const kind = object._typename ?? '';
  const put = <T>(into: Record<string, T>, value: T): void => {
    Object.defineProperty(into, path, { value, enumerable: true, configurable: true });
  };
  if (/^TH[12][CSIFDL]?$/.test(kind) || /^TH[12]L64$/.test(kind))
    put(found.histograms, histogramOfRoot(object, `${where}, ${path}`));
  else if (/^TGraph(Asymm)?(Errors)?$/.test(kind)) found.tables.push(tableOfGraph(object, path));
  else if (kind === 'TTree' || kind === 'TNtuple' || kind === 'TNtupleD') {
    const { names, left } = branchesOf(object);
    found.lost.push(...left.map((what) => `${path}: ${what}`));
    const columns = names.length === 0 ? {} : await root.readBranches(object, names);
    put(found.rows, rowsOfBranches(columns, `${where}, ${path}`));
  } else found.lost.push(`${path} (${kind === '' ? 'unknown' : kind})`);
}

async function walk(
  directory: RootDirectory,
  prefix: string,
  found: Found,
  root: Jsroot,
  where: string,
): Promise<void> {
  const newest = new Map<string, RootDirectory['fKeys'][number]>();
  for (const key of directory.fKeys) {
    const known = newest.get(key.fName);
    if (known === undefined || key.fCycle > known.fCycle) newest.set(key.fName, key);
  }
  if (newest.size > mostObjects)
    throw new InvalidInput(where, `has ${newest.size} objects; at most ${mostObjects} are read.`);
  for (const [name, { fClassName }] of newest) {
    const path = `${prefix}${name}`;
    if (name === 'StreamerInfo') continue;
    const object = await directory.readObject(name);
    if (object === null) continue;
    if (/^TDirectory/.test(fClassName)) {
      if (path.split('/').length > deepest) throw new InvalidInput(where, 'has folders nested too deep.');
      await walk(object as unknown as RootDirectory, `${path}/`, found, root, where);
    } else await add(object, path, found, root, where);
  }
}

/** All objects of a ROOT file, by path. Throws InvalidInput for a broken file and where `jsroot` is not installed. */
export async function readRoot(file: UnknownFile): Promise<Found> {
  const root = await loadJsroot(file.name);
  const found: Found = { histograms: {}, tables: [], rows: {}, lost: [] };
  try {
    await walk(await root.openFile(file.bytes.slice().buffer), '', found, root, file.name);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(
      file.name,
      `is a ROOT file that is damaged or cut off (${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}).`,
    );
  }
  return found;
}

export default defineFormat({
  id: 'root',
  title: 'ROOT file (TH1, TH2, TGraph, TTree of numbers; by the optional package jsroot)',
  what: 'objects',
  endings: ['.root'],
  recognise: (file) => file.startsWith('root') && file.bytes.length > 50,
  async read(file) {
    const { lost, ...content } = await readRoot(file);
    return { content, lost };
  },
});
