import { type Answer, type Data, type MessageType, sendMessage } from "./messaging.ts";

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then
 * rejects; asking once more wakes it. Readings change nothing, so that asking twice does no harm. Rejects
 * when the second time fails too.
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
