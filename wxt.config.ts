import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";

export default defineConfig({
	modules: ["@wxt-dev/webextension-polyfill"],
	vite: () => ({ plugins: [preact()] }),
	manifest: ({ browser }) => ({
		name: "Digit Lens",
		description: "Reads handwritten digits: drawn, in any image, in any region of a page. On your device.",
		permissions: ["activeTab", "scripting", "contextMenus", "storage"],
		content_security_policy: {
			extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
		},
		commands: {
			_execute_action: { suggested_key: { default: "Alt+Shift+D" } },
			"select-region": {
				suggested_key: { default: "Alt+Shift+S" },
				description: "Select a region and read its digits",
			},
		},
		...(browser === "firefox" && {
			browser_specific_settings: {
				gecko: {
					id: "digit-lens@digit-lens.example",
					strict_min_version: "128.0",
					data_collection_permissions: { required: ["none"] },
				},
			},
		}),
	}),
});
