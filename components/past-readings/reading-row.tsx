import { locale, t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { draftTable } from "../../lib/reading/draft.ts";
import { Icon, type IconName } from "../icon.tsx";
import { NumberEditor } from "../reading/number-editor.tsx";
import type { NumberState } from "../reading/number-state.ts";
import { KeptText } from "./kept-text.tsx";
import type { PastReadingsState } from "./past-readings-state.ts";

const TIME: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };

interface ReadingRowProps {
	readonly past: PastReadingsState;
	readonly reading: PastReading;
}

/** One past reading. */
export function ReadingRow({ past, reading }: ReadingRowProps) {
	const { text, picture, id, read, isPinned = false } = reading;
	const oneLine = text.replaceAll(/\s+/g, " ").trim();
	const copied = past.copied.value === id;
	const editing = past.editing.value?.id === id ? past.editing.value : null;
	const trouble = past.trouble.value?.id === id ? past.trouble.value.sentence : null;
	return (
		<li class="past-row">
			<span class="past-picture">
				<img src={picture || undefined} alt="" loading="lazy" />
			</span>
			<div class="past-what">
				{editing ? <Editor number={editing.number} onEnd={past.endEditing} /> : <KeptText text={text} />}
				<Where reading={reading} />
				{read !== undefined && (
					<span class="past-corrected" title={t("past.wasRead", { text: read })}>
						{t("number.byYou")}
					</span>
				)}
				{trouble && <span role="alert">{trouble}</span>}
			</div>
			<div class="past-actions">
				<Act
					icon={copied ? "done" : "copy"}
					name={copied ? t("past.copiedOne", { text: oneLine }) : t("past.copyOne", { text: oneLine })}
					hint={t("copy")}
					onAct={() => past.copyText(reading)}
				/>
				<Act
					icon="clear"
					name={t("past.deleteOne", { text: oneLine })}
					hint={t("delete")}
					onAct={() => past.remove(reading)}
				/>
				<Act
					icon="pin"
					pressed={isPinned}
					name={isPinned ? t("past.unpinOne", { text: oneLine }) : t("past.pinOne", { text: oneLine })}
					hint={isPinned ? t("past.unpin") : t("past.pin")}
					onAct={() => past.togglePin(reading)}
				/>
				{editing ? (
					<Act icon="done" name={t("past.editEnd")} hint={t("past.editEnd")} onAct={past.endEditing} />
				) : (
					<Act
						icon="edit"
						name={t("past.editOne", { text: oneLine })}
						hint={t("past.edit")}
						onAct={() => past.edit(reading)}
					/>
				)}
				<Act
					icon="picture"
					name={t("past.reopenOne", { text: oneLine })}
					hint={t("past.reopen")}
					onAct={() => past.reopen(reading)}
				/>
			</div>
		</li>
	);
}

/** Font sizes of a line and of a table, as past-readings.css has them. CSS pixels. */
const LINE_SIZE = 20;
const TABLE_SIZE = 16;

function Editor({ number, onEnd }: { readonly number: NumberState; readonly onEnd: () => void }) {
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the fields in it are what is used; Escape leaves them
		<div
			class="past-editor"
			onKeyDown={({ key }) => {
				if (key === "Escape") onEnd();
			}}
		>
			<NumberEditor number={number} size={draftTable(number.draft.value) ? TABLE_SIZE : LINE_SIZE} />
		</div>
	);
}

function Where({ reading: { title, address, at } }: { readonly reading: PastReading }) {
	const name = title || (address ? new URL(address).host : "");
	return (
		<span class="past-where">
			{address ? (
				<a class="past-title" href={address} target="_blank" rel="noreferrer" title={address}>
					{name}
				</a>
			) : (
				name && <span class="past-title">{name}</span>
			)}
			<time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(locale(), TIME)}</time>
		</span>
	);
}

interface ActProps {
	readonly icon: IconName;
	/** With the number that it is about, for who does not see which row it is in. */
	readonly name: string;
	readonly hint: string;
	readonly pressed?: boolean;
	readonly onAct: () => void;
}

function Act({ icon, name, hint, pressed, onAct }: ActProps) {
	return (
		<button type="button" class="tool" aria-label={name} aria-pressed={pressed} title={hint} onClick={onAct}>
			<Icon name={icon} />
		</button>
	);
}
