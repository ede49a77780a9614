import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { StoredModel } from "../models/format.ts";
import { userError } from "../user-error.ts";

// Workers read this too, so it knows nothing of the extension's own storage.

interface Schema extends DBSchema {
	networks: { key: string; value: StoredModel };
}

/** Raised with every change that makes what is kept unreadable; `upgrade` then turns the old into the new. */
const VERSION = 1;

const openNetworks = (): Promise<IDBPDatabase<Schema>> =>
	openDB<Schema>("own-models", VERSION, {
		upgrade(database, before) {
			if (before < 1) database.createObjectStore("networks");
		},
	});

async function withNetworks<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
	const database = await openNetworks();
	try {
		return await use(database);
	} finally {
		database.close();
	}
}

/** An imported model as it runs. Rejects with a sentence where it is gone. */
export async function openOwnModel(id: string): Promise<StoredModel> {
	const model = await withNetworks((database) => database.get("networks", id));
	if (!model) throw userError("error.modelGone");
	return model;
}

/** Keeps a model under this id. Rejects with a sentence where there is no room. */
export async function putNetwork(id: string, model: StoredModel): Promise<void> {
	try {
		await withNetworks((database) => database.put("networks", model, id));
	} catch (error) {
		if (error instanceof DOMException && error.name === "QuotaExceededError")
			throw userError("error.import.noRoom");
		throw error;
	}
}

/** Deletes all networks but these. */
export const keepOnlyNetworks = (kept: ReadonlySet<string>): Promise<void> =>
	withNetworks(async (database) => {
		const lost = (await database.getAllKeys("networks")).filter((id) => !kept.has(id));
		await Promise.all(lost.map((id) => database.delete("networks", id)));
	});

export const deleteNetwork = (id: string): Promise<void> =>
	withNetworks((database) => database.delete("networks", id));
