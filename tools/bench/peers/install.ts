import { join } from "node:path";
import { installOnDemand } from "../../install-on-demand.ts";

/** The folder of the packages that the bench compares with. */
export const PEERS = join(import.meta.dirname, "node_modules");

/** Installs the peers unless they are there. Throws when npm cannot. */
export function installPeers(): void {
	installOnDemand(import.meta.dirname, "the peers to compare with, about 200 MB");
}
