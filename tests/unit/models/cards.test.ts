import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { readPackageFile } from "../../../tools/data/package-file.ts";

const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8", stdio: "pipe" }).trim();

function hasHistory(): boolean {
	try {
		return git("rev-parse", "--is-shallow-repository") === "false";
	} catch {
		return false;
	}
}

const ids = readdirSync("public/models", { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

// A copy of the sources without their history cannot tell.
it.skipIf(!hasHistory()).each(ids)("the card of %s names a commit of this history", async (id) => {
	const { commit } = JSON.parse(new TextDecoder().decode(await readPackageFile(`models/${id}/card.json`)));
	expect(() => git("merge-base", "--is-ancestor", commit, "HEAD"), commit).not.toThrow();
});
