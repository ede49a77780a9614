/** Saves a file the way a link does, which needs no permission. */
export function download(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// The download reads the address after this task.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
