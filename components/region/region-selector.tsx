import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { MOST_DIGITS } from "../../lib/reading/expected-digits.ts";
import { RichText } from "../rich-text.tsx";
import type { Handle } from "./rectangle.ts";
import type { RegionState } from "./region-state.ts";

/** How far an arrow key goes, and with Shift, in CSS pixels. */
const STEP = 4;
const LEAP = 40;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

const HANDLES: readonly Handle[] = ([-1, 0, 1] as const)
	.flatMap((y) => ([-1, 0, 1] as const).map((x) => ({ x, y })))
	.filter(({ x, y }) => x !== 0 || y !== 0);

export interface RegionSelectorProps {
	readonly selection: RegionState;
	/** Why a region is asked for, where the person did not ask for it. */
	readonly hint?: string;
	/** What it is called, and how it is done, where it is not the page that a region is selected of. */
	readonly label?: string;
	readonly how?: string;
}

/** A dimmed page, or picture, with a rectangle to draw on it. */
export function RegionSelector({
	selection,
	hint,
	label = t("region.select"),
	how = t("region.how"),
}: RegionSelectorProps) {
	const surface = useRef<HTMLDivElement>(null);
	const space = useRef(false);
	/** The pointer that is down: a palm or a second finger selects nothing. */
	const pointer = useRef<number | null>(null);
	useLayoutEffect(() => surface.current!.focus({ preventScroll: true }), []);

	const { region, hovered } = selection;
	const shown = region.value ?? hovered.value;
	const size = region.value && `${Math.round(region.value.width)} × ${Math.round(region.value.height)}`;
	const position = (event: PointerEvent) => {
		const { left, top } = surface.current!.getBoundingClientRect();
		return [event.clientX - left, event.clientY - top] as const;
	};
	const gripOf = (target: EventTarget | null): "inside" | "outside" | Handle => {
		const { handle, inside } = (target as HTMLElement).dataset;
		return handle ? HANDLES[Number(handle)] : inside ? "inside" : "outside";
	};

	return (
		<div
			ref={surface}
			class="surface"
			role="application"
			aria-label={label}
			aria-describedby="how"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, so it must take the focus.
			tabIndex={0}
			onPointerDown={(event) => {
				if (!event.isTrusted || event.button !== 0 || pointer.current !== null) return;
				event.preventDefault();
				pointer.current = event.pointerId;
				surface.current!.setPointerCapture(event.pointerId);
				selection.press(...position(event), gripOf(event.target));
			}}
			onPointerMove={(event) => {
				if (!event.isTrusted || (pointer.current ?? event.pointerId) !== event.pointerId) return;
				selection.drag(...position(event), space.current);
			}}
			onPointerUp={(event) => {
				if (!event.isTrusted || pointer.current !== event.pointerId) return;
				pointer.current = null;
				selection.release(...position(event));
			}}
			onPointerCancel={(event) => {
				if (pointer.current !== event.pointerId) return;
				pointer.current = null;
				selection.cancel();
			}}
			onKeyUp={(event) => {
				if (event.key === " ") space.current = false;
			}}
			onKeyDown={(event) => {
				if (!event.isTrusted || event.target !== surface.current) return;
				const arrow = ARROWS[event.key];
				if (event.key === " ") space.current = true;
				else if (event.key === "Enter") selection.confirm();
				else if (arrow) {
					const by = event.shiftKey ? LEAP : STEP;
					const change = event.altKey || event.ctrlKey ? selection.resize : selection.move;
					change(arrow[0] * by, arrow[1] * by);
				} else return;
				event.preventDefault();
			}}
		>
			{shown ? (
				<div
					class="region"
					data-inside
					data-snapped={!region.value}
					style={{
						left: `${shown.x}px`,
						top: `${shown.y}px`,
						"--top": `${shown.y}px`,
						width: `${shown.width}px`,
						height: `${shown.height}px`,
					}}
				>
					{region.value &&
						HANDLES.map((handle, i) => <i key={i} class="handle" data-handle={i} style={at(handle)} />)}
					{size && <output class="size">{size}</output>}
					{selection.waiting.value && <ReadButton onRead={selection.confirm} />}
				</div>
			) : (
				<div class="dim" />
			)}
			<div class="how">
				<p id="how">
					{hint && <b>{hint} </b>}
					<RichText words={how} parts={{ key: (name) => <kbd>{name}</kbd> }} />
				</p>
				<ExpectedDigits
					selection={selection}
					onDone={() => surface.current!.focus({ preventScroll: true })}
				/>
			</div>
		</div>
	);
}

/** How many digits are expected, for those who know. Enter goes back to the rectangle, and reads one that is there. */
function ExpectedDigits({ selection, onDone }: { selection: RegionState; onDone: () => void }) {
	return (
		<label class="expected" onPointerDown={(event) => event.stopPropagation()}>
			{t("region.digits")}
			<input
				type="number"
				inputMode="numeric"
				min={1}
				max={MOST_DIGITS}
				placeholder={t("region.anyDigits")}
				value={selection.expected.value}
				onInput={({ currentTarget }) => {
					selection.expected.value = currentTarget.value;
				}}
				onKeyDown={(event) => {
					if (event.key !== "Enter" || !event.isTrusted) return;
					event.preventDefault();
					onDone();
					selection.confirm();
				}}
			/>
		</label>
	);
}

/** What Enter does, for those without a keyboard. */
function ReadButton({ onRead }: { readonly onRead: () => void }) {
	return (
		<button
			type="button"
			class="button primary read"
			onPointerDown={(event) => event.stopPropagation()}
			onClick={({ isTrusted }) => isTrusted && onRead()}
		>
			{t("region.read")}
		</button>
	);
}

function at({ x, y }: Handle) {
	const cursor = x === 0 ? "ns-resize" : y === 0 ? "ew-resize" : x === y ? "nwse-resize" : "nesw-resize";
	return { left: `${(x + 1) * 50}%`, top: `${(y + 1) * 50}%`, cursor };
}
