import { expect, test } from "vitest";
import { problemReport } from "../../../../components/options/problem-report.ts";
import { projectPages } from "../../../../lib/project.ts";
import { DEFAULT_SETTINGS } from "../../../../lib/settings.ts";

const FACTS = {
	version: "1.2.3",
	browser: "Mozilla/5.0 Firefox/153.0",
	language: "es",
	engine: "wasm, SIMD, 1 threads",
	settings: DEFAULT_SETTINGS,
};

test("a report names version, browser, language, engine and the settings that were changed", () => {
	const text = problemReport({
		...FACTS,
		settings: { ...DEFAULT_SETTINGS, model: "vgg-16", pad: { ...DEFAULT_SETTINGS.pad, penWidth: 11 } },
	});
	for (const part of ["Digit Lens 1.2.3", "Firefox/153.0", "Language: es", "wasm, SIMD"])
		expect(text).toContain(part);
	expect(text).toContain("Settings that are not as usual: model = vgg-16, pad.penWidth = 11\n");
	expect(problemReport(FACTS)).toContain("not as usual: none");
});

test("a report does not name an imported model", () => {
	const text = problemReport({ ...FACTS, settings: { ...DEFAULT_SETTINGS, model: "own-my-employer" } });
	expect(text).toContain("model = an imported one");
	expect(text).not.toContain("employer");
});

test("both addresses come from one, and there are none without it", () => {
	expect(projectPages("https://example.org/a/b")).toEqual({
		source: "https://example.org/a/b",
		report: "https://example.org/a/b/issues/new",
	});
	expect(projectPages("")).toBeNull();
});
