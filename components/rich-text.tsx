import type { ComponentChild, ComponentChildren } from "preact";

/** Makes an element of the text between two tags. */
export type Parts = Readonly<Record<string, (text: string) => ComponentChild>>;

/** Words with marked parts, such as `Press <key>Enter</key>.`; `parts` says what becomes of each mark. */
export function RichText({ words, parts }: { words: string; parts: Parts }): ComponentChildren {
	return words.split(/(<\w+>.*?<\/\w+>)/).map((piece) => {
		const [, tag, text] = /^<(\w+)>(.*)<\/\1>$/.exec(piece) ?? [];
		return tag && parts[tag] ? parts[tag](text) : piece;
	});
}
