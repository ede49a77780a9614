import { wrap } from "comlink";
import type { Laboratory } from "../../lib/lab/laboratory.ts";
import { lazy } from "../../lib/tasks/lazy.ts";
import LaboratoryWorker from "./worker.ts?worker";

/** The lab's worker, started at the first call. */
export const openLaboratory = lazy(async (): Promise<Laboratory> => wrap<Laboratory>(new LaboratoryWorker()));
