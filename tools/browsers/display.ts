import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { until } from "../surfaces/until.ts";
import { ensureCommands } from "./install.ts";

/** A screen that nobody sees, with a window manager, so that windows get the keyboard as on a desk. */
export interface Display {
	/** The environment of a program that shall appear on it. */
	readonly env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

/** Of every display, in pixels. */
export const SCREEN_WIDTH = 1800;
const SCREEN_HEIGHT = 1400;

/** Starts Xvfb and openbox (Linux), on a display number of their own. */
export async function startDisplay(): Promise<Display> {
	ensureCommands({ Xvfb: "xvfb", openbox: "openbox", xdotool: "xdotool" });
	const server = spawn(
		"Xvfb",
		// Without -noreset it begins anew, and forgets who is just coming, whenever the only program on it leaves.
		[
			"-displayfd",
			"3",
			"-screen",
			"0",
			`${SCREEN_WIDTH}x${SCREEN_HEIGHT}x24`,
			"-nolisten",
			"tcp",
			"-noreset",
		],
		{ stdio: ["ignore", "ignore", "ignore", "pipe"] },
	);
	const [number] = await Promise.race([
		once(server.stdio[3] as Readable, "data"),
		once(server, "exit").then(() => {
			throw new Error("Xvfb ended before it gave a display.");
		}),
	]);
	const env = { ...process.env, DISPLAY: `:${String(number).trim()}` };
	const manager = spawn("openbox", ["--config-file", join(import.meta.dirname, "openbox.xml")], {
		env,
		stdio: "ignore",
	});
	// Who comes before the window manager may never get the keyboard. It has come when it has counted the desktops.
	await until(
		() => spawnSync("xdotool", ["get_num_desktops"], { env }).status === 0,
		"the window manager did not start",
	);
	return {
		env,
		async stop() {
			await end(manager);
			await end(server);
		},
	};
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill();
	await once(child, "exit");
}
