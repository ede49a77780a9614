import { t } from "../../lib/browser/language.ts";
import {
	type Answer,
	type Data,
	onMessage,
	type RequestType,
	type Sender,
} from "../../lib/browser/messaging.ts";
import { parseRequest } from "../../lib/browser/requests.ts";

/**
 * Answers the requests of one type. A script in a web page may send anything: what does not look as it must is answered
 * with a sentence, and so is what fails unexpectedly.
 */
export function answer<K extends RequestType>(
	type: K,
	handle: (data: Data<K>, sender: Sender) => Promise<Answer<K>>,
): void {
	onMessage(type, async (data, sender) => {
		const request = parseRequest(type, data);
		if (!request) return { ok: false, sentence: t("error.malformed") } as Answer<K>;
		try {
			return await handle(request, sender);
		} catch (error) {
			console.error(error);
			return { ok: false, sentence: t("error.unexpected") } as Answer<K>;
		}
	});
}
