/** What a page keeps, by key, in one IndexedDB store; reads give undefined for what is not there. */
export interface BrowserStore {
  read(key: string): Promise<unknown>;
  /** Writes what `change` makes of the value that is there, in one transaction. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
}

const DATABASE = 'spillway';
const STORE = 'state';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The page's store. Rejects where the browser refuses to keep anything. */
export function browserStore(): BrowserStore {
  const opened = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  };
  return {
    read: async (key) => {
      const database = await opened();
      try {
        return (await settled(database.transaction(STORE).objectStore(STORE).get(key))) as unknown;
      } finally {
        database.close();
      }
    },
    update: async (key, change) => {
      const database = await opened();
      try {
        await new Promise<void>((resolve, reject) => {
          const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
          transaction.onabort = () => reject(transaction.error);
          const store = transaction.objectStore(STORE);
          const request = store.get(key);
          request.onsuccess = () => store.put(change(request.result), key);
        });
      } finally {
        database.close();
      }
    },
  };
}
