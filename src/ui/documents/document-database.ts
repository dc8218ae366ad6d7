/** Keeps documents in the browser's IndexedDB. Every call rejects where the browser keeps nothing, or is full. */
import type { KeptText, Shelf } from '../../state/gallery.ts';

// The number is the version of the records.
const DATABASE = 'corr2d:documents:1';
const STORE = 'documents';

export function documentDatabase(): Shelf {
  return {
    all: () => transact('readonly', (store) => store.getAll() as IDBRequest<KeptText[]>),
    put: async (kept) => {
      await transact('readwrite', (store) => store.put(kept));
    },
    remove: async (id) => {
      await transact('readwrite', (store) => store.delete(id));
    },
  };
}

/** One request in a transaction of its own; resolves when the transaction is through, so that it is on the disk. */
async function transact<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('aborted'));
      };
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('refused'));
    };
  });
}
