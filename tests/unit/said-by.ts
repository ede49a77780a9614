import { sentenceOf } from "../../lib/browser/language.ts";

/** What people are told when this fails; empty where it does not. */
export function saidBy(act: () => unknown): string {
	try {
		act();
		return "";
	} catch (error) {
		return sentenceOf(error);
	}
}
