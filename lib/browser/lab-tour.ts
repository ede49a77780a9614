import { stored } from "./stored.ts";

/** Whether the tour of the lab was offered on this device. */
export const labTourKnown = stored<boolean>("local:labTour", (left) => left === true);
