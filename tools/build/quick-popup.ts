import type { Plugin } from "vite";

/**
 * Lets the popup open fast. A page of an extension waits for the number of its files, not for their bytes: each goes
 * through the browser's process. So all code that the popup needs at once becomes one file, which the other pages
 * share, and its stylesheet is asked for before it.
 *
 * @param folder where the popup's page and its script are
 * @param entries the names of these; they and the styles stay out of the file
 */
export function quickPopup(folder: string, entries: readonly string[]): Plugin {
	const isEntry = (module: string) => entries.some((name) => module.includes(folder + name));
	let needed: Set<string> | undefined;
	return {
		name: "quick-popup",
		apply: "build",
		outputOptions: (options) =>
			options.inlineDynamicImports
				? null
				: {
						...options,
						manualChunks(id, { getModuleIds, getModuleInfo }) {
							needed ??= importedBy(
								[...getModuleIds()].filter(isEntry),
								(module) => getModuleInfo(module)?.importedIds ?? [],
							);
							return needed.has(id) && !isEntry(id) && !id.endsWith(".css") ? "shared" : undefined;
						},
					},
		transformIndexHtml: {
			order: "post",
			handler: (html) => {
				const styles = /[\t ]*<link rel="stylesheet"[^>]*>\n?/g;
				const found = html.match(styles)?.join("") ?? "";
				return html.replace(styles, "").replace(/[\t ]*<script/, `${found}$&`);
			},
		},
	};
}

/** All that these modules import, and what that imports in turn. */
function importedBy(
	modules: readonly string[],
	importsOf: (module: string) => readonly string[],
): Set<string> {
	const found = new Set(modules.flatMap(importsOf));
	for (const module of found) for (const imported of importsOf(module)) found.add(imported);
	return found;
}
