import type { Browser, Page } from "puppeteer-core";

export interface LaunchOptions {
	/** Folder of the built extension. */
	readonly extension: string;
	readonly headless: boolean;
	/** Outer size of the window in CSS pixels. */
	readonly window?: readonly [width: number, height: number];
	/** Folder that files are saved into without a question. */
	readonly downloads?: string;
	readonly env?: NodeJS.ProcessEnv;
}

/** A running browser that has the extension: what tests and tools may do in any of them. */
export interface Launched {
	readonly browser: Browser;
	/** Opens a page of the extension in a new tab and waits for an element of it. */
	open(path: string, selector?: string): Promise<Page>;
	/** Waits for a page of the extension that something else opened. */
	opened(path: string, selector?: string): Promise<Page>;
	/** A page of the extension that nothing happens to, in a tab behind all others: for what only the extension may do. */
	witness(): Promise<Page>;
	/** Stops the background, as the browser does with an idle one; the next event starts it again. */
	stopBackground(): Promise<void>;
	backgroundRuns(): Promise<boolean>;
	/** What the browser has heard the extension complain about where no page listens, e.g. in its background. */
	complaints(): Promise<readonly string[]>;
}

/** What the witness shows. */
export const WITNESS = "licences.txt";
