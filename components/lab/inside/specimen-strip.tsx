import { t } from "../../../lib/browser/language.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import type { InsideState } from "./inside-state.ts";

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Digits that can be put under the lens: from the popup's pad, from a page, from MNIST. */
export function SpecimenStrip({ inside }: { inside: InsideState }) {
	const { drawn, page, examples } = inside.specimens;
	return (
		<div class="specimens">
			{drawn.value.length > 0 && (
				<Group name={t("lab.specimens.drawn")}>
					{drawn.value.map((glyph, i) => (
						<Specimen
							key={i}
							glyph={glyph}
							name={t("lab.specimens.drawnDigit", { index: i + 1 })}
							onOpen={inside.open}
						/>
					))}
				</Group>
			)}
			{page && (
				<Group name={t("lab.specimens.page")}>
					<Specimen glyph={page} name={t("lab.specimens.pageDigit")} onOpen={inside.open} />
				</Group>
			)}
			{examples.length > 0 && (
				<Group name={t("lab.specimens.mnist")}>
					{DIGITS.map((digit) => (
						<button
							type="button"
							class="button specimen-digit"
							key={digit}
							aria-label={t("lab.specimens.example", { digit })}
							title={t("lab.specimens.exampleAgain", { digit })}
							onClick={() => inside.openExample(digit)}
						>
							{digit}
						</button>
					))}
				</Group>
			)}
		</div>
	);
}

function Group({ name, children }: { name: string; children: preact.ComponentChildren }) {
	return (
		<fieldset class="specimen-group">
			<legend>{name}</legend>
			{children}
		</fieldset>
	);
}

function Specimen({ glyph, name, onOpen }: { glyph: string; name: string; onOpen: (glyph: string) => void }) {
	return (
		<button type="button" class="specimen" title={name} onClick={() => onOpen(glyph)}>
			<GlyphView glyph={glyph} name={name} />
		</button>
	);
}
