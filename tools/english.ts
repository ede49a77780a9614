import { join } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import { sentenceIn } from "../lib/user-error.ts";

const messagesIn = async (language: string) =>
	generateChromeMessages(await parseMessagesFile(join(import.meta.dirname, `../locales/${language}.yml`)));

const messages = await messagesIn("en");

/** As `browser.i18n.getMessage` in an English browser: empty where there is no such key. */
export function englishMessage(key: string, substitutions: string | readonly string[] = []): string {
	const given = [substitutions].flat();
	return (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place) => given[Number(place) - 1] ?? "");
}

/** Everything that is said in English and otherwise in another language, each form for itself. */
export async function englishMessagesBeside(language: string): Promise<readonly string[]> {
	const others = await messagesIn(language);
	return Object.entries(messages).flatMap(([key, { message }]) =>
		message === others[key]?.message ? [] : message.split(" | "),
	);
}

/** What went wrong, for those who use the commands. */
export function englishOf(error: unknown): string {
	const sentence = sentenceIn(error);
	if (!sentence) return error instanceof Error ? error.message : String(error);
	return englishMessage(sentence.key.replaceAll(".", "_")).replace(/\{(\w+)\}/g, (_, name) =>
		String(sentence.values?.[name]),
	);
}
