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
	/** Instead of the browser's dialog for files, where that would close the popup. */
	readonly onChooseElsewhere?: () => void;
}

/** The whole popup: draw above, the reading below it. */
export function Popup({ popup, own, onSettings, onChooseElsewhere }: PopupProps) {
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
		<main class="popup" data-hand={popup.pad.settings.value.leftHanded ? "left" : "right"}>
			<header class="head">
				<h1>Digit Lens</h1>
				<ModelSelect model={popup.model} own={own} onChoose={popup.chooseModel} />
				<button
					type="button"
					class="tool"
					aria-label={t("popup.options")}
					title={t("popup.options")}
					onClick={onSettings}
				>
					<Icon name="settings" />
				</button>
			</header>
			<section class="desk" aria-label={t("popup.drawing")} data-dropping={dropping}>
				{popup.surface.value === "ink" && <InkPad pad={popup.pad} />}
				{popup.surface.value === "pixels" && (
					<PixelGrid pixels={popup.pixels}>
						<Magnifier pixels={popup.pixels} />
						<button type="button" class="link" onClick={popup.copyNumbers}>
							{popup.copiedNumbers.value ? t("copied") : t("pixels.copyNumbers")}
						</button>
					</PixelGrid>
				)}
				{popup.surface.value === "picture" && (
					<PictureView state={popup.picture} onFile={popup.openFile} onChooseElsewhere={onChooseElsewhere} />
				)}
				<SurfaceTools popup={popup} />
			</section>
			<Answer popup={popup} />
			<footer class="foot">
				<button type="button" class="button" onClick={popup.selectRegion}>
					<Icon name="region" />
					{t("popup.selectRegion")}
					{popup.regionKeys && <kbd>{popup.regionKeys}</kbd>}
				</button>
			</footer>
			<SpokenReading reader={active} drawing={active.drawing} doubtBelow={popup.doubtBelow.value} />
		</main>
	);
}
