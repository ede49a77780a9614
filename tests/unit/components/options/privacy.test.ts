import { expect, test } from "vitest";
import { OPTIONAL_PERMISSIONS, PERMISSIONS } from "../../../../components/options/permissions.ts";
import config from "../../../../wxt.config.ts";

test("every permission in the manifest is explained, and no other", () => {
	const { manifest } = config;
	if (typeof manifest !== "function") throw new TypeError("the manifest is made by a function");
	const { permissions, optional_permissions } = manifest({
		browser: "chrome",
		manifestVersion: 3,
		mode: "production",
		command: "build",
	}) as { permissions: string[]; optional_permissions: string[] };
	expect([...PERMISSIONS].sort()).toEqual([...permissions].sort());
	expect([...OPTIONAL_PERMISSIONS]).toEqual(optional_permissions);
});
