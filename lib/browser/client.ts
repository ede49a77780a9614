import type { ProtocolMap } from "../protocol.ts";
import { sendMessage } from "./messaging.ts";

type Requests = Omit<ProtocolMap, "pick">;

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then
 * rejects; asking once more wakes it. Readings change nothing, so that asking twice does no harm. Rejects
 * when the second time fails too.
 */
export async function request<K extends keyof Requests>(
	type: K,
	data: Parameters<Requests[K]>[0],
): Promise<ReturnType<Requests[K]>> {
	const send = sendMessage as (type: K, data: unknown) => Promise<ReturnType<Requests[K]>>;
	try {
		return await send(type, data);
	} catch {
		return await send(type, data);
	}
}
