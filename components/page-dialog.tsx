import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Box, Size } from "../lib/geometry.ts";
import type { PanelSettings } from "../lib/settings.ts";
import { placePanel } from "./place.ts";

export interface PageDialogProps {
	readonly label: string;
	/** What the dialog is about, in CSS pixels of the viewport: it stands beside it. */
	readonly subject: Box;
	/** What it must not cover in any case; the subject where there is no smaller part of it. */
	readonly keepFree?: Box | null;
	readonly viewport: Size;
	/** Beside its subject, unless the person wants it elsewhere. */
	readonly position?: PanelSettings["position"];
	/** What Enter does on the dialog itself; on a button it presses that button. */
	readonly onEnter?: () => void;
	/** Told where it stands, whenever that changes. CSS pixels of the viewport. */
	readonly onPlace: (box: Box) => void;
	readonly children: ComponentChildren;
}

/** A dialog over a page, as large as its content and beside its subject; it takes the focus when it comes. */
export function PageDialog(props: PageDialogProps) {
	const { label, subject, keepFree, viewport, position, onEnter, onPlace, children } = props;
	const dialog = useRef<HTMLElement>(null);
	const [size, setSize] = useState({ width: 0, height: 0 });
	useLayoutEffect(() => {
		// Its content may grow by itself, without this being rendered.
		const measure = () => {
			const { width, height } = dialog.current!.getBoundingClientRect();
			setSize((last) => (width === last.width && height === last.height ? last : { width, height }));
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(dialog.current!);
		return () => observer.disconnect();
	}, []);
	useLayoutEffect(() => dialog.current!.focus({ preventScroll: true }), []);
	const { x, y } = placePanel(size, subject, keepFree ?? subject, viewport, position);
	useLayoutEffect(() => {
		if (size.width > 0) onPlace({ x, y, ...size });
	}, [x, y, size.width, size.height]);
	return (
		<section
			ref={dialog}
			class="page-dialog"
			role="dialog"
			aria-label={label}
			tabIndex={-1}
			style={{ left: `${x}px`, top: `${y}px` }}
			onKeyDown={(event) => {
				if (!onEnter || !event.isTrusted || event.key !== "Enter" || event.target !== dialog.current) return;
				event.preventDefault();
				onEnter();
			}}
		>
			{children}
		</section>
	);
}
