/** A file with the path that it has in what was chosen or dropped. */
export interface ChosenFile {
	readonly path: string;
	readonly file: Blob;
}

/** The files of an `<input type="file">`, of a folder with the paths inside it. */
export function filesOfInput(files: FileList): ChosenFile[] {
	return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The files that were dropped, folders with all that is in them. Call it in the event: later nothing is left. */
export async function filesOfDrop({ items }: DataTransfer): Promise<ChosenFile[]> {
	const entries = Array.from(items, (item) => item.webkitGetAsEntry());
	const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])));
	return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
	if (isFile(entry)) {
		const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
		return [{ path: entry.fullPath.replace(/^\//, ""), file }];
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const files: ChosenFile[] = [];
	// A folder is given out in parts of a hundred (Chrome); an empty part is the end.
	for (;;) {
		const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		);
		if (part.length === 0) return files;
		for (const inner of part) files.push(...(await filesIn(inner)));
	}
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}
