import { indexMissing } from "./errors";
import type { ServerIndex } from "./search";
import { freshSettings } from "./settings";
import { type TaskControl, Tasks } from "./tasks";

export type Store = { indexes: Map<string, ServerIndex>; tasks: Tasks };

export function makeStore(control: TaskControl): Store {
  return { indexes: new Map(), tasks: new Tasks(control) };
}

/** @throws ServerError index_not_found */
export function indexOf({ indexes }: Store, uid: string): ServerIndex {
  const index = indexes.get(uid);
  if (!index) throw indexMissing(uid);
  return index;
}

/** The index, made when it is not there, as writing documents or settings does. */
export function indexOrNew(
  { indexes }: Store,
  uid: string,
  primaryKey: string | null = null,
): ServerIndex {
  let index = indexes.get(uid);
  if (!index) {
    const now = new Date().toISOString();
    index = {
      uid,
      primaryKey,
      settings: freshSettings(),
      documents: new Map(),
      createdAt: now,
      updatedAt: now,
    };
    indexes.set(uid, index);
  }
  return index;
}
