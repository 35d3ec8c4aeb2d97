import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { open, openBytes, seal, sealBytes, type Sealed, type Wrapped } from '../lock/lock';
import type { Item } from './item';

/** Whose phone it is: the names can be read without the key, so that the right person is asked for a PIN. */
export interface Owner {
  id: string;
  username: string;
  name: string;
  pin: Wrapped;
  password: Wrapped | null;
  lastHere: number;
}

interface Kept extends Sealed {
  id: string;
  owner: string;
}

interface FieldSchema extends DBSchema {
  owners: { key: string; value: Owner };
  items: { key: string; value: Kept; indexes: { owner: string } };
  photos: { key: string; value: Kept };
  /** Field pack, tasks, the draft: by owner and name. */
  notes: { key: string; value: Kept };
}

export type Database = IDBPDatabase<FieldSchema>;

export function openDatabase(name = 'wangge-field'): Promise<Database> {
  return openDB<FieldSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('owners', { keyPath: 'id' });
      db.createObjectStore('items', { keyPath: 'id' }).createIndex('owner', 'owner');
      db.createObjectStore('photos', { keyPath: 'id' });
      db.createObjectStore('notes', { keyPath: 'id' });
    },
  });
}

export type Store = ReturnType<typeof ownStore>;

/** What one person keeps on this phone, sealed; each promise is kept when the phone has it on its disk. */
export function ownStore(db: Database, owner: string, key: CryptoKey) {
  const durable = { durability: 'strict' } as const;

  return {
    async items(): Promise<Item[]> {
      const all = await db.getAllFromIndex('items', 'owner', owner);
      const items = await Promise.all(all.map((kept) => open<Item>(key, kept)));
      return items.sort((a, b) => a.queuedAt - b.queuedAt || a.id.localeCompare(b.id));
    },

    async putItem(item: Item): Promise<void> {
      const kept = { id: item.id, owner, ...(await seal(key, item)) };
      const tx = db.transaction('items', 'readwrite', durable);
      await settled(tx.done, tx.store.put(kept));
    },

    /** The item and all that hangs on it. */
    async removeItem(item: Item): Promise<void> {
      const tx = db.transaction(['items', 'photos'], 'readwrite', durable);
      await settled(tx.done, tx.objectStore('items').delete(item.id), ...item.photos.map((photo) => tx.objectStore('photos').delete(photo.id)));
    },

    async putPhoto(id: string, photo: Blob): Promise<void> {
      const kept = { id, owner, ...(await sealBytes(key, await photo.arrayBuffer())) };
      const tx = db.transaction('photos', 'readwrite', durable);
      await settled(tx.done, tx.store.put(kept));
    },

    async photo(id: string): Promise<Blob | null> {
      const kept = await db.get('photos', id);
      return kept ? new Blob([await openBytes(key, kept)], { type: 'image/jpeg' }) : null;
    },

    async removePhoto(id: string): Promise<void> {
      await db.delete('photos', id);
    },

    async note<T>(name: string): Promise<T | null> {
      const kept = await db.get('notes', `${owner}/${name}`);
      return kept ? open<T>(key, kept) : null;
    },

    async putNote(name: string, value: unknown): Promise<void> {
      const kept = { id: `${owner}/${name}`, owner, ...(await seal(key, value)) };
      const tx = db.transaction('notes', 'readwrite');
      await settled(tx.done, tx.store.put(kept));
    },

    async removeNote(name: string): Promise<void> {
      await db.delete('notes', `${owner}/${name}`);
    },
  };
}

/** On the disk, or failed with the transaction's own reason: a single request of a full phone says no more than that it was broken off. */
async function settled(done: Promise<void>, ...requests: Promise<unknown>[]): Promise<void> {
  const [all] = await Promise.allSettled([done, ...requests]);
  if (all!.status === 'rejected') throw all!.reason;
}

/** Whether the phone is full: nothing was stored then. */
export function isFull(failure: unknown): boolean {
  return (failure as Error | null)?.name === 'QuotaExceededError';
}
