import { InvalidInput } from '../../schema/index.ts';

/** An object of a ROOT file as jsroot gives it. */
export interface RootObject {
  readonly _typename?: string;
  readonly [key: string]: unknown;
}

/** A directory or file as jsroot gives it. */
export interface RootDirectory {
  readonly fKeys: readonly { readonly fName: string; readonly fClassName: string; readonly fCycle: number }[];
  readObject(name: string): Promise<RootObject | null>;
  readDirectory?(name: string): Promise<RootDirectory>;
}

/** The part of jsroot that is used. */
export interface Jsroot {
  openFile(source: ArrayBuffer): Promise<RootDirectory>;
  readBranches(tree: RootObject, names: readonly string[]): Promise<Readonly<Record<string, readonly unknown[]>>>;
}

interface IoModule {
  openFile(source: ArrayBuffer): Promise<RootDirectory>;
}

interface TreeModule {
  TSelector: new () => {
    addBranch(name: string): void;
    tgtobj: Readonly<Record<string, unknown>>;
    Process: () => void;
    Terminate: (finished: boolean) => void;
  };
  treeProcess(tree: RootObject, selector: object): Promise<unknown>;
}

const install =
  "ROOT files are read by 'jsroot', which is not installed: npm install jsroot --ignore-scripts (MIT, 26 MB; its drawing packages are not needed).";

/**
 * The reader of ROOT files, an optional package that is loaded when a ROOT file is met. Throws InvalidInput with a
 * sentence that says what to install when it is not there.
 */
export async function loadJsroot(where: string): Promise<Jsroot> {
  // The names are out of the sight of bundlers: the package is optional.
  const name = 'jsroot';
  const [io, tree] = (await Promise.all([
    import(/* @vite-ignore */ `${name}/io`),
    import(/* @vite-ignore */ `${name}/tree`),
  ]).catch((): never => {
    throw new InvalidInput(where, install);
  })) as [IoModule, TreeModule];
  return {
    openFile: (source) => io.openFile(source),
    async readBranches(object, names) {
      const columns = Object.fromEntries(names.map((branch) => [branch, [] as unknown[]]));
      const selector = new tree.TSelector();
      for (const branch of names) selector.addBranch(branch);
      selector.Process = () => {
        for (const branch of names) columns[branch].push(selector.tgtobj[branch]);
      };
      selector.Terminate = () => undefined;
      await tree.treeProcess(object, selector);
      return columns;
    },
  };
}
