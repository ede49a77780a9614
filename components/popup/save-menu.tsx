import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import type { PopupState } from "./popup-state.ts";

/** Everything that can be made of the drawing, behind one button. */
export function SaveMenu({ popup }: { popup: PopupState }) {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const usable = popup.drawn.value;
	// Before the next key can come.
	useLayoutEffect(() => {
		if (open) list.current?.querySelector("button")?.focus();
	}, [open]);

	const choose = (act: () => unknown) => () => {
		setOpen(false);
		button.current?.focus();
		act();
	};

	function onKeyDown(event: KeyboardEvent): void {
		const items = [...(list.current?.querySelectorAll("button") ?? [])];
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (event.key === "Escape") choose(() => {})();
		else if (step) {
			const now = items.indexOf(document.activeElement as HTMLButtonElement);
			items[(now + step + items.length) % items.length]?.focus();
		} else return;
		event.preventDefault();
		event.stopPropagation();
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys and focus pass through it from the menu inside
		<div
			class="save"
			onKeyDown={open ? onKeyDown : undefined}
			onFocusOut={({ currentTarget, relatedTarget }) => {
				if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
			}}
		>
			<button
				ref={button}
				type="button"
				class="tool"
				aria-label={popup.sharedPicture.value ? t("save.copied") : t("save.name")}
				aria-haspopup="menu"
				aria-expanded={open}
				aria-disabled={!usable}
				title={t("save.name")}
				onClick={() => usable && setOpen(!open)}
			>
				<Icon name={popup.sharedPicture.value ? "done" : "save"} />
			</button>
			{open && (
				<div ref={list} class="save-list" role="menu" aria-label={t("save.name")}>
					<Item name={t("save.copyPicture")} onUse={choose(popup.copyPicture)} />
					<Item name={t("save.png")} keys="Ctrl+S" onUse={choose(() => popup.saveDrawing("png"))} />
					<Item name={t("save.svg")} onUse={choose(() => popup.saveDrawing("svg"))} />
				</div>
			)}
		</div>
	);
}

function Item({ name, keys, onUse }: { name: string; keys?: string; onUse: () => void }) {
	return (
		<button type="button" class="save-item" role="menuitem" tabIndex={-1} onClick={onUse}>
			{name}
			{keys && <kbd>{keys}</kbd>}
		</button>
	);
}
