import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import type { Size } from "../../lib/geometry.ts";
import { RegionSelector } from "../region/region-selector.tsx";
import { createRegionState } from "../region/region-state.ts";
import { fitted } from "./fitted.ts";
import type { PictureState } from "./picture-state.ts";

/** A rectangle to draw on the picture, by pointer or by keys; what is in it is read by itself. */
export function PartSelector({ state }: { state: PictureState }) {
	const sheet = useRef<HTMLDivElement>(null);
	const [room, setRoom] = useState<Size | null>(null);
	useLayoutEffect(() => {
		const { clientWidth: width, clientHeight: height } = sheet.current!;
		setRoom({ width, height });
	}, []);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a key passes through it from the selector inside
		<div
			ref={sheet}
			class="picture-part"
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				// It would close the popup.
				event.preventDefault();
				event.stopPropagation();
				state.choosePart(false);
			}}
		>
			{room && <Selector state={state} room={room} />}
		</div>
	);
}

function Selector({ state, room }: { state: PictureState; room: Size }) {
	const { x, y, width, height } = fitted(state.size.value, room);
	const selection = useMemo(
		() =>
			createRegionState({
				bounds: () => ({ width, height }),
				boxAt: () => null,
				onRegion: (box, digits) =>
					void state.readPart(
						{
							x: box.x / width,
							y: box.y / height,
							width: box.width / width,
							height: box.height / height,
						},
						digits,
					),
				onElement: () => {},
			}),
		[state, width, height],
	);
	return (
		<div
			class="picture-part-place"
			style={{
				left: `${x}px`,
				top: `${y}px`,
				width: `${width}px`,
				height: `${height}px`,
				"--beside": `${x}px`,
				"--below": `${room.height - y - height}px`,
			}}
		>
			<RegionSelector selection={selection} label={t("picture.selectPart")} how={t("picture.partHow")} />
		</div>
	);
}
