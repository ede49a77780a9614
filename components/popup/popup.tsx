import type { ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import type { OwnModel } from "../../lib/models/own-model.ts";
import { Icon } from "../icon.tsx";
import { ModelSelect } from "../model-select.tsx";
import { InkPad } from "../pad/ink-pad.tsx";
import { PictureView } from "../picture/picture-view.tsx";
import { Magnifier } from "../pixels/magnifier.tsx";
import { PixelGrid } from "../pixels/pixel-grid.tsx";
import { SpokenReading } from "../reading/spoken-reading.tsx";
import { RichText } from "../rich-text.tsx";
import { Tool } from "../tool.tsx";
import { Answer } from "./answer.tsx";
import type { PopupState } from "./popup-state.ts";
import { shortcut } from "./shortcuts.ts";
import { SurfaceTools } from "./surface-tools.tsx";
import { useFiles } from "./use-files.ts";

export interface PopupProps {
	readonly popup: PopupState;
	/** The models that were imported. */
	readonly own: ReadonlySignal<readonly OwnModel[]>;
	readonly onSettings: () => void;
	/** Whether it stays while people do something else: beside a page or in a tab. */
	readonly stays: boolean;
	/** Whether it was opened for a file to be chosen. */
	readonly choosesHere: boolean;
	/** Instead of the browser's dialog for files, where that would close the popup. */
	readonly onChooseElsewhere?: () => void;
	/** Opens the same beside the page, where it stays. */
	readonly onStay?: () => void;
}

/** Width of the sheet in the popup, CSS pixels: elsewhere it is the same sheet, larger or smaller. */
const PAD_WIDTH = 346;

/** The whole popup: draw above, the reading below it. */
export function Popup({ popup, own, stays, choosesHere, ...does }: PopupProps) {
	const { onSettings, onChooseElsewhere, onStay } = does;
	const dropping = useFiles(popup);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const act = shortcut(event, popup);
			const copiesText = event.key === "c" && getSelection()?.isCollapsed === false;
			if (!act || copiesText) return;
			event.preventDefault();
			act();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [popup]);

	const active = popup.active.value;
	return (
		<main class="popup" data-stays={stays} data-hand={popup.pad.settings.value.leftHanded ? "left" : "right"}>
			<header class="head">
				<h1>Digit Lens</h1>
				<ModelSelect model={popup.model} own={own} onChoose={popup.chooseModel} />
				{onStay && <Tool icon="beside" name={t("popup.stay")} onUse={onStay} />}
				<Tool icon="settings" name={t("popup.options")} onUse={onSettings} />
			</header>
			<section class="desk" aria-label={t("popup.drawing")} data-dropping={dropping}>
				{popup.surface.value === "ink" && <InkPad pad={popup.pad} across={PAD_WIDTH} />}
				{popup.surface.value === "pixels" && (
					<PixelGrid pixels={popup.pixels}>
						<Magnifier pixels={popup.pixels} />
						<button type="button" class="link" onClick={popup.copyNumbers}>
							{popup.copiedNumbers.value ? t("copied") : t("pixels.copyNumbers")}
						</button>
					</PixelGrid>
				)}
				{popup.surface.value === "picture" && (
					<PictureView
						state={popup.picture}
						onFile={popup.openFile}
						hint={choosesHere ? t("picture.chooseHere") : undefined}
						onChooseElsewhere={onChooseElsewhere}
					/>
				)}
				<SurfaceTools popup={popup} />
			</section>
			<Answer popup={popup} stays={stays} />
			<footer class="foot">
				{stays ? <RegionFromThePage keys={popup.regionKeys} /> : <SelectRegion popup={popup} />}
			</footer>
			<SpokenReading reader={active} drawing={active.drawing} doubtBelow={popup.doubtBelow.value} />
		</main>
	);
}

function SelectRegion({ popup }: { popup: PopupState }) {
	return (
		<button type="button" class="button" onClick={popup.selectRegion}>
			<Icon name="region" />
			{t("popup.selectRegion")}
			{popup.regionKeys && <kbd>{popup.regionKeys}</kbd>}
		</button>
	);
}

/** Browsers let an extension into a page only with a gesture there: from beside it no region can be asked for. */
function RegionFromThePage({ keys }: { keys: string }) {
	const choice = t("menu.selectRegion");
	return (
		<p class="from-page">
			<RichText
				words={keys ? t("popup.regionInPageKeys", { choice, keys }) : t("popup.regionInPage", { choice })}
				parts={{ key: (name) => <kbd>{name}</kbd>, choice: (name) => <b>{name}</b> }}
			/>
		</p>
	);
}
