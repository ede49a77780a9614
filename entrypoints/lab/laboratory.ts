import { wrap } from "comlink";
import { lazy } from "../../lib/lazy.ts";
import type { Laboratory } from "../../lib/models/laboratory.ts";
import LaboratoryWorker from "./worker.ts?worker";

/** The lab's worker, started at the first call. */
export const openLaboratory = lazy(async (): Promise<Laboratory> => wrap<Laboratory>(new LaboratoryWorker()));
