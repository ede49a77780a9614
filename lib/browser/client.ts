import { type Answer, type Data, type MessageType, sendMessage } from "./messaging.ts";

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then
 * rejects; asking once more wakes it. Asking twice does no harm: readings change nothing, and a correction
 * made again is the same. Rejects when the second time fails too.
 */
export async function request<K extends Exclude<MessageType, "pick">>(
	type: K,
	data: Data<K>,
): Promise<Answer<K>> {
	try {
		return await sendMessage(type, data);
	} catch {
		return await sendMessage(type, data);
	}
}
