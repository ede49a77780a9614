/** The address of the repository, without a slash at its end; empty as long as it has none that everybody may see. */
export const REPOSITORY: string = "";

/** Where people find what the project offers; null where nothing does. */
export function projectPages(
	repository: string,
): { readonly source: string; readonly report: string } | null {
	return repository ? { source: repository, report: `${repository}/issues/new` } : null;
}
