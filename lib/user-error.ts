import type { GeneratedI18nStructure } from "#i18n";

/** The keys of the sentences in `locales/`. */
export type MessageKey = keyof GeneratedI18nStructure;

/** The keys of what can go wrong. */
export type ErrorKey = Extract<MessageKey, `error.${string}`>;

/** What is put into the sentence of this key, by name. */
export type MessageValues<K extends MessageKey> = GeneratedI18nStructure[K] extends {
	readonly namedSubstitutions: readonly (infer Name extends string)[];
}
	? [values: Readonly<Record<Name, string | number>>]
	: [];

/** A sentence in no language yet. */
export interface Sentence {
	readonly key: ErrorKey;
	readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * An expected failure that people see; its message is a sentence in no language yet. Of an error only name, message and stack
 * reach another thread, and what runs there knows no language.
 */
export class UserError extends Error {
	override readonly name = "UserError";
}

/** The failure of this key. */
export function userError<K extends ErrorKey>(key: K, ...values: MessageValues<K>): UserError {
	return new UserError(untranslated(key, ...values));
}

/** A sentence as a string that is not for people yet. */
export function untranslated<K extends ErrorKey>(key: K, ...[values]: MessageValues<K> | []): string {
	return JSON.stringify({ key, ...(values && { values }) } satisfies Sentence);
}

/** The sentence in an error; null when it is none that people are meant to see. */
export function sentenceIn(error: unknown): Sentence | null {
	// Not by class: an error from another thread has only its name.
	return error instanceof Error && error.name === "UserError" ? JSON.parse(error.message) : null;
}
