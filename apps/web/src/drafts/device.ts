import type { Sealed } from './sealing.ts';

/** What lies on the device of one draft: two names that say nothing, and what is sealed. */
export interface Row extends Sealed {
  name: string;
  /** The same for all drafts of one person. */
  owner: string;
  keptAt: number;
}

/** Where sealed drafts lie. */
export interface Device {
  put(row: Row): Promise<void>;
  remove(name: string): Promise<void>;
  of(owner: string): Promise<Row[]>;
  /** Whether anything at all lies here, of whomever. */
  isEmpty(): Promise<boolean>;
}

const STORE = 'drafts';
/** Milliseconds after which nobody comes back for a draft: 90 days. */
const FORGOTTEN_AFTER = 90 * 86_400_000;

function answerOf<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the device refused'));
  });
}

function doneWith(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () =>
      reject(transaction.error ?? new Error('the device has no room'));
  });
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open('elchin', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore(STORE, { keyPath: 'name' }).createIndex('owner', 'owner');
  };
  return answerOf(asked);
}

/** The browser's own database on this device. */
export class BrowserDevice implements Device {
  private database: Promise<IDBDatabase> | undefined;

  async put(row: Row): Promise<void> {
    const transaction = (await this.open()).transaction(STORE, 'readwrite');
    transaction.objectStore(STORE).put(row);
    await doneWith(transaction);
  }

  async remove(name: string): Promise<void> {
    const transaction = (await this.open()).transaction(STORE, 'readwrite');
    transaction.objectStore(STORE).delete(name);
    await doneWith(transaction);
  }

  async of(owner: string): Promise<Row[]> {
    const store = (await this.open()).transaction(STORE).objectStore(STORE);
    return (await answerOf(store.index('owner').getAll(owner))) as Row[];
  }

  async isEmpty(): Promise<boolean> {
    return (await answerOf((await this.open()).transaction(STORE).objectStore(STORE).count())) === 0;
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= opened().then(async (database) => {
      await forgetOld(database);
      return database;
    });
    // A device that refused once may not refuse again: storage was full, or is switched on now.
    this.database.catch(() => (this.database = undefined));
    return this.database;
  }
}

/** What was never come back for goes, of whomever it was. */
async function forgetOld(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction(STORE, 'readwrite');
  const store = transaction.objectStore(STORE);
  const rows = (await answerOf(store.getAll())) as Row[];
  for (const row of rows) if (row.keptAt < Date.now() - FORGOTTEN_AFTER) store.delete(row.name);
  await doneWith(transaction);
}
