import { DEFAULT_SETTINGS, type Settings } from "../../lib/settings.ts";

/** What somebody who looks for a fault wants to know of a browser and its settings; nothing of what was read in it. */
export interface ReportFacts {
	readonly version: string;
	/** As the browser names itself. */
	readonly browser: string;
	/** BCP 47. */
	readonly language: string;
	readonly settings: Settings;
	/** What WebAssembly runs on, in words; empty where it is not known. */
	readonly engine: string;
}

/** A text to report a problem with, in English as whoever mends it reads it: all of it is to be seen before it is sent. */
export function problemReport({ version, browser, language, settings, engine }: ReportFacts): string {
	return [
		"What I did:",
		"",
		"What I expected:",
		"",
		"What happened instead:",
		"",
		"---",
		`Digit Lens ${version}`,
		`Browser: ${browser}`,
		`Language: ${language}`,
		...(engine ? [`Engine: ${engine}`] : []),
		`Settings that are not as usual: ${changed(settings).join(", ") || "none"}`,
		"",
	].join("\n");
}

/** Of imported models the names are their owner's. */
function changed({ model, ...groups }: Settings): string[] {
	const { model: usual, ...usualGroups } = DEFAULT_SETTINGS;
	const values = Object.entries(groups).flatMap(([group, now]) => {
		const before: Readonly<Record<string, unknown>> = usualGroups[group as keyof typeof usualGroups];
		return Object.entries(now)
			.filter(([name, value]) => value !== before[name])
			.map(([name, value]) => `${group}.${name} = ${value}`);
	});
	if (model === usual) return values;
	return [`model = ${model.startsWith("own-") ? "an imported one" : model}`, ...values];
}
