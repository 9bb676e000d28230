import { type AnySearch, readSearchDocument, searches } from 'spillway';

/** Every registered search, by name. */
export const registered: Readonly<Record<string, AnySearch>> = searches;

/** The search that is asked: by its name, or as a document of one's own. Throws InvalidInput with what does not fit. */
export function searchOf(asked: string | Readonly<Record<string, unknown>>): AnySearch {
  if (typeof asked !== 'string') return readSearchDocument(JSON.stringify(asked), 'search');
  if (!Object.hasOwn(registered, asked)) throw new Error(`there is no search called '${asked}'`);
  return registered[asked];
}
