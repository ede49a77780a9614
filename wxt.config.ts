import { createRequire } from "node:module";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { inkKernels } from "./tools/build/ink-kernels.ts";
import { licences, noteLicences } from "./tools/build/licences.ts";
import { quickPopup } from "./tools/build/quick-popup.ts";
import { stabiliseZip } from "./tools/build/stable-zip.ts";
import { drawSample } from "./tools/demo/draw.ts";
import type { Sample } from "./tools/demo/samples.ts";
import { digitPictures, exampleDigits } from "./tools/digit-pictures.ts";

/** The only binary of the backend that ever runs: SIMD without threads. */
const WASM = "tfjs-backend-wasm-simd.wasm";

/** The picture of the welcome page. */
const WELCOME = {
	name: "welcome",
	caption: "",
	text: "2718",
	seed: 6,
	height: 90,
	gap: 0.3,
	ink: "#1d3f8f",
	paper: "#fbf8f0",
	ruled: true,
} satisfies Sample;

/** The note on the welcome page, of which a region is selected. */
const NOTE = { ...WELCOME, name: "note", text: "1947\n365", seed: 9, height: 46 } satisfies Sample;

/** All that pages of the extension may load: its own files, and pictures that it holds already. */
const POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"connect-src 'self' data:",
	"frame-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join("; ");

/** The frame over a page where it is a page of the extension: see entrypoints/picker/frame.ts. */
const FRAME_PAGE = `<!doctype html><meta charset="utf-8"><title>Digit Lens</title><script src="frame.js"></script><body>`;

export default defineConfig({
	modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
	vite: () => ({
		plugins: [preact(), quickPopup("/entrypoints/popup/", ["index.html", "main.tsx"]), noteLicences()],
		worker: { plugins: () => [noteLicences()] },
		resolve: {
			// Without their lists of all operations, so that only what is used is bundled.
			alias: ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-wasm"].map((name) => ({
				find: new RegExp(`^${name}$`),
				replacement: `${name}/dist/base.js`,
			})),
		},
	}),
	hooks: {
		"prepare:types": async (_, entries) => {
			entries.push(await inkKernels());
		},
		"build:publicAssets": async (_, files) => {
			// The scripts are bundled before: whose code is in them is known.
			files.push({ contents: licences(import.meta.dirname), relativeDest: "licences.txt" });
			files.push({ contents: FRAME_PAGE, relativeDest: "frame.html" });
			files.push({
				contents: await digitPictures(join(import.meta.dirname, "public/models")),
				relativeDest: "models/digits.json",
			});
			files.push({ contents: await exampleDigits(), relativeDest: "models/examples.json" });
			files.push({ contents: drawSample(WELCOME), relativeDest: "welcome.svg" });
			files.push({ contents: drawSample(NOTE), relativeDest: "note.svg" });
			files.push({
				absoluteSrc: createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-wasm/wasm-out/${WASM}`),
				relativeDest: WASM,
			});
		},
		"zip:done": (_, zips) => zips.forEach(stabiliseZip),
	},
	manifest: ({ browser }) => ({
		...(browser === "chrome" && { minimum_chrome_version: "124" }),
		default_locale: "en",
		name: "Digit Lens",
		description: "__MSG_manifest_description__",
		// The pad that stays; Firefox has its sidebar without being asked.
		permissions: [
			"activeTab",
			"scripting",
			"contextMenus",
			"storage",
			...(browser === "chrome" ? ["sidePanel"] : []),
		],
		optional_permissions: ["clipboardWrite"],
		content_security_policy: {
			extension_pages: POLICY,
		},
		commands: {
			_execute_action: { suggested_key: { default: "Alt+Shift+D" } },
			// Neither a letter of a menu of Firefox (F, E, V, S, B, T, H) nor one that Chrome keeps (A, P, R, X, Z).
			"select-region": {
				suggested_key: { default: "Alt+Shift+L" },
				description: "__MSG_manifest_selectRegion__",
			},
			"same-region": {
				suggested_key: { default: "Alt+Shift+G" },
				description: "__MSG_manifest_sameRegion__",
			},
		},
		...(browser === "firefox" && {
			// "dark" is for themes with dark text. Chrome knows no such choice: its icon holds on both.
			action: {
				theme_icons: [16, 32, 48].map((size) => ({
					size,
					dark: `icon/dark-${size}.png`,
					light: `icon/light-${size}.png`,
				})),
			},
			// A page would have to know the address, which is another one in every installation.
			web_accessible_resources: [{ resources: ["frame.html"], matches: ["<all_urls>"] }],
			browser_specific_settings: {
				gecko: {
					id: "digit-lens@digit-lens.example",
					strict_min_version: "142.0",
					data_collection_permissions: { required: ["none"] },
				},
			},
		}),
	}),
});
