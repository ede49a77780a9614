import { drawn } from "./drawn.ts";
import { fetched } from "./fetched.ts";
import { screenshot } from "./screenshot.ts";
import type { Source } from "./source.ts";

/** Every way to the pixels of an element, the best one first. */
export const SOURCES: readonly Source[] = [drawn, fetched, screenshot];
