import type { KnipConfig } from "knip";

export default {
	entry: [
		"tools/*.ts",
		// Named where they are loaded, not imported.
		"tools/training/recipes/*.ts",
		"tools/training/sources/*.ts",
		"tools/data/fonts/open-font.ts",
		// Run by hand, as their first lines say.
		"tools/evaluation/flagship-table.ts",
		"tools/training/augmentation/contact-sheet.ts",
		"tools/training/lines/contact-sheet.ts",
		"tests/e2e/*.test.ts",
		"tests/stress/*.test.ts",
	],
	project: ["{components,entrypoints,lib,tools,tests}/**/*.{ts,tsx}", "*.ts", "!**/*.as.ts"],
	vitest: { config: ["vitest.config.ts", "tests/e2e/vitest.config.ts", "tests/stress/vitest.config.ts"] },
	// A type may be exported beside the function that takes it.
	ignoreDependencies: [
		"@swc/core", // parses for dependency-cruiser
		"hersheytext", // data: read as files
		"mnist",
		"web-ext", // run as a command by the tests of the package
		// Installed by the first run that needs them, from package.json files of their own.
		"tesseract.js",
		"opentype.js",
	],
	ignoreBinaries: ["apt-get", "openbox", "xdotool", "Xvfb"],
	ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
