import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { dataFile } from "./folder.ts";
import { gunzipIfNeeded } from "./gunzip.ts";

/** SHA-256 of each file of MNIST after gunzip; the gzip wrapper differs from mirror to mirror. */
const SHA256 = {
	"train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
	"train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
	"t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
	"t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
} as const;

export type MnistFile = keyof typeof SHA256;

const MIRROR = "https://storage.googleapis.com/cvdf-datasets/mnist";
const PROJECT = resolve(import.meta.dirname, "../..");
const CACHE = join(PROJECT, ".cache/mnist");

/** Throws when `content` (decompressed) is not the MNIST file of that name. */
export function checkMnist(name: MnistFile, content: Uint8Array): void {
	const found = createHash("sha256").update(content).digest("hex");
	if (found !== SHA256[name])
		throw new Error(
			`${name} is damaged: its SHA-256 is ${found}, not ${SHA256[name]}. Delete it and try again.`,
		);
}

/** The folder with MNIST: the environment's MNIST_DIR, that among the data sets, else the download cache. */
function folder(): string {
	const shared = dataFile("mnist");
	return process.env.MNIST_DIR ?? (existsSync(shared) ? shared : CACHE);
}

async function download(name: MnistFile): Promise<Uint8Array> {
	const address = `${MIRROR}/${name}.gz`;
	const advice = "Put the four MNIST files somewhere and name that folder in MNIST_DIR.";
	const response = await fetch(address).catch((cause: unknown) => {
		throw new Error(`MNIST cannot be downloaded from ${address}. ${advice}`, { cause });
	});
	if (!response.ok) throw new Error(`${address} answered ${response.status}. ${advice}`);
	const content = gunzipIfNeeded(new Uint8Array(await response.arrayBuffer()));
	checkMnist(name, content);
	await mkdir(CACHE, { recursive: true });
	// Renamed only when whole, so that an interrupted download leaves no half file behind.
	const partial = join(CACHE, `${name}.${process.pid}.part`);
	await writeFile(partial, content);
	await rename(partial, join(CACHE, name));
	return content;
}

/** One file of MNIST, decompressed and checked by its SHA-256; downloaded once when it is nowhere. */
export async function readMnistFile(name: MnistFile): Promise<Uint8Array> {
	const base = join(folder(), name);
	const path = [base, `${base}.gz`].find(existsSync);
	if (path === undefined) return download(name);
	const content = gunzipIfNeeded(await readFile(path));
	checkMnist(name, content);
	return content;
}
