import base from "../../components/base.css?inline";
import fieldPadCss from "../../components/field-pad/field-pad.css?inline";
import padCss from "../../components/pad/pad.css?inline";
import panelCss from "../../components/panel/panel.css?inline";
import numberCss from "../../components/reading/number-editor.css?inline";
import regionCss from "../../components/region/region.css?inline";
import sceneCss from "../../components/scene.css?inline";
import { type Talk, type ToFrame, type ToPicker, talk } from "../../lib/browser/frame-talk.ts";
import { markLanguage } from "../../lib/browser/language.ts";
import { learnLastWords } from "../../lib/browser/last-words.ts";
import type { PageSettings } from "../../lib/protocol.ts";
import { type Shown, showDrawing, showReading, showRegion } from "./scenes.tsx";

/** Shows what the picker says, until the frame is taken out of the page. */
export function beginTalk(port: MessagePort): void {
	// Not an element: the frame in Chrome has the policy of the page, which may allow no styles.
	const style = new CSSStyleSheet();
	style.replaceSync([base, sceneCss, padCss, numberCss, panelCss, fieldPadCss, regionCss].join("\n"));
	document.adoptedStyleSheets = [style];
	markLanguage(document.documentElement);
	learnLastWords();

	let shown: Shown | null = null;
	let settings: PageSettings;
	const picker: Talk<ToPicker> = talk<ToFrame, ToPicker>(port, (message) => {
		if (message.say === "show") {
			({ settings } = message);
			shown?.end();
			const { scene } = message;
			switch (scene.kind) {
				case "reading":
					shown = showReading(scene, settings, picker.say);
					break;
				case "region":
					shown = showRegion(scene, picker.say);
					break;
				case "draw":
					shown = showDrawing(scene, settings, picker.say);
			}
		} else shown?.hear(message);
	});
	leaveByEscape(() => picker.say({ say: "close" }));
}

/** Not before the key is up again, or the page would get that half of it. */
function leaveByEscape(leave: () => void): void {
	let isDown = false;
	addEventListener(
		"keydown",
		(event) => {
			if (event.key !== "Escape") return;
			event.preventDefault();
			isDown = true;
		},
		{ capture: true },
	);
	addEventListener("keyup", ({ key }) => key === "Escape" && isDown && leave(), { capture: true });
	// The page has the focus, and gets that half, whatever is done here.
	addEventListener("blur", () => isDown && leave());
}
