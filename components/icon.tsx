/** Shapes of 24x24, drawn with a stroke; one path each. */
const PATHS = {
	undo: "M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12H9",
	redo: "m16 5 4 4-4 4M20 9h-9a6 6 0 0 0 0 12h4",
	clear: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
	save: "M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14",
	copy: "M9 9h11v11H9zM5 15H4V4h11v1",
	done: "m5 13 4.5 4.5L19 7",
	edit: "M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4",
	pin: "M9 4h6M10 4v6l-3 4h10l-3-4V4M12 14v6",
	close: "M6 6l12 12M18 6 6 18",
	erase: "m9 19-5-5 9-9 7 7-7 7zM9 19h11M8.5 9.5l7 7",
	grid: "M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16",
	picture: "M4 5h16v14H4zM4 16l4.5-4.5L14 17M12.5 15.5 16 12l4 4M15 8.5h.01",
	region: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 12h6M12 9v6",
	beside: "M4 5h16v14H4zM14 5v14M16.5 9h1M16.5 12h1",
	settings: "M4 7h9M19 7h1M4 17h2M12 17h8M16 4.5v5M9 14.5v5",
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside or instead of words; whatever holds it must have a name of its own. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
