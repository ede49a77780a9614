import type { MainModule } from "./modules.ts";

/** By name, numbers by their value: safetensors lists tensors by the alphabet or by their size. */
export const inNaturalOrder = (modules: readonly MainModule[]): MainModule[] =>
	[...modules].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

/** The modules in an order in which each takes what the one before gives; null where there is none. */
export function chained(modules: readonly MainModule[]): readonly MainModule[] | null {
	const convs = modules.filter(({ kind }) => kind === "conv");
	const linears = modules.filter(({ kind }) => kind === "linear");
	const first = follow(convs, 1, (channels, { inputs }) => channels % inputs === 0);
	const size = first && (convs.length > 0 ? null : (linears[0]?.inputs ?? null));
	const rest = follow(linears, size, (units, { inputs }) => units === inputs);
	return first && rest && [...first, ...rest];
}

/** Steps looked at before giving up: names are in order in all but a few files. */
const PATIENCE = 20_000;

function follow(
	modules: readonly MainModule[],
	start: number | null,
	fits: (outputs: number, next: MainModule) => boolean,
): MainModule[] | null {
	let steps = 0;
	const go = (done: readonly MainModule[], left: readonly MainModule[]): MainModule[] | null => {
		if (left.length === 0) return [...done];
		if (++steps > PATIENCE) return null;
		const outputs = done.at(-1)?.outputs ?? start;
		for (const next of left) {
			if (outputs !== null && !fits(outputs, next)) continue;
			const whole = go(
				[...done, next],
				left.filter((other) => other !== next),
			);
			if (whole) return whole;
		}
		return null;
	};
	return go([], modules);
}
