/** The texts of the models that come with the project, each loaded when it is chosen: file path and loader. */
const files = import.meta.glob<string>('../../models/*.json', { query: '?raw', import: 'default' });

const nameOf = (path: string): string => path.replace(/^.*\/|\.json$/g, '');

/** Their names. */
export const SHIPPED_MODELS: readonly string[] = Object.keys(files).map(nameOf);

/** The text of one of them. */
export async function shippedModel(name: string): Promise<string> {
  const load = Object.entries(files).find(([path]) => nameOf(path) === name)?.[1];
  if (load === undefined) throw new Error(`there is no model called '${name}'`);
  return JSON.stringify(JSON.parse(await load()), undefined, 2);
}
