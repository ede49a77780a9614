import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/*
 * The pictures of past readings, large enough to be read once more. They lie beside the readings, which are loaded whole
 * wherever some of them are shown.
 */

interface Schema extends DBSchema {
	/** As `data:` addresses, by the id of the past reading. */
	pictures: { key: string; value: string };
}

/** Raised with every change that makes what is kept unreadable; `upgrade` then turns the old into the new. */
const VERSION = 1;

async function withPictures<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
	const database = await openDB<Schema>("past-readings", VERSION, {
		upgrade(database, before) {
			if (before < 1) database.createObjectStore("pictures");
		},
	});
	try {
		return await use(database);
	} finally {
		database.close();
	}
}

/** Keeps a picture, and none of readings that are not among `kept`. Rejects where there is no room. */
export function keepPicture(id: string, picture: string, kept: ReadonlySet<string>): Promise<void> {
	return withPictures(async (database) => {
		await database.put("pictures", picture, id);
		await withoutOthers(database, kept);
	});
}

/** The picture of a past reading; undefined where none is kept. */
export const pictureOf = (id: string): Promise<string | undefined> =>
	withPictures((database) => database.get("pictures", id));

/** Deletes all pictures but those of these readings. */
export const keepOnlyPictures = (kept: ReadonlySet<string>): Promise<void> =>
	withPictures((database) => withoutOthers(database, kept));

async function withoutOthers(database: IDBPDatabase<Schema>, kept: ReadonlySet<string>): Promise<void> {
	const gone = (await database.getAllKeys("pictures")).filter((id) => !kept.has(id));
	await Promise.all(gone.map((id) => database.delete("pictures", id)));
}
