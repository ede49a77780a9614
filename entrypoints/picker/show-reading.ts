import { request } from "../../lib/browser/client.ts";
import { written } from "../../lib/browser/clipboard.ts";
import { readingId, requestReading } from "../../lib/browser/follow-reading.ts";
import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";
import { limitsOf, typeInto } from "./field.ts";
import { follow } from "./follow.ts";
import { painted } from "./painted.ts";
import type { Session } from "./session.ts";
import type { Subject } from "./sources/source.ts";

/** One way to the pixels of something after the other; in the end, why there are none, as a sentence. */
export type Subjects = AsyncGenerator<Subject, string | undefined>;

/**
 * Reads a subject and shows the reading beside it until the session ends. The first of `subjects` that can
 * be read counts. `next` is what else can be read from here, `digits` how many digits the person expects.
 */
export async function showReading(
	subjects: Subjects,
	place: () => Box,
	session: Session,
	next: { readonly label: string; readonly run: () => void },
	digits?: number,
): Promise<void> {
	const frame = session.frame();
	const { signal: ended, field } = session;
	let placeNow = place;
	const { where, update } = follow(
		() => placeNow(),
		session,
		(now) => frame.say({ say: "where", where: now }),
	);
	const scene = { kind: "reading", next: next.label, field: field && limitsOf(field) } as const;
	frame.show(scene, where(), (message) => {
		switch (message.say) {
			case "close":
				return session.end();
			case "next":
				return next.run();
			case "copy":
				// Of the asynchronous API the page learns nothing.
				return void written(message.text).then((done) => frame.say({ say: "copied", done }));
			case "insert":
				if (field && typeInto(field, message.text)) session.end();
				else frame.say({ say: "notInserted" });
		}
	});

	let outcome: Outcome<PictureReading> = { ok: false, sentence: t("picker.nothing") };
	const noAnswer = { ok: false, sentence: t("picker.noAnswer") } as const;
	let note: string | undefined;
	for (;;) {
		const { done, value: subject } = await subjects.next();
		if (ended.aborted) return;
		if (done) {
			if (subject) outcome = { ok: false, sentence: subject };
			break;
		}
		// Our own panel must not be in the picture.
		if (subject.fromScreen) {
			frame.setVisible(false);
			await painted();
			if (ended.aborted) return;
		}
		const id = readingId();
		const cancel = () => void request("cancelReading", { id }).catch(() => {});
		ended.addEventListener("abort", cancel);
		const asked = { picture: subject.picture, id, ...(digits !== undefined && { digits }) };
		const answer = await requestReading(asked, (share) => frame.say({ say: "progress", share })).catch(
			() => null,
		);
		if (ended.aborted) return;
		outcome = answer ?? noAnswer;
		ended.removeEventListener("abort", cancel);
		frame.setVisible(true);
		// Where nobody answers, poorer pixels of the same thing are no way out.
		if (!answer) break;
		if (!outcome.ok) continue;
		placeNow = subject.place;
		note = subject.note;
		break;
	}
	update();
	frame.say({ say: "outcome", outcome, ...(note && { note }) });
}
