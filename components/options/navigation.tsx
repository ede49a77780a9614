import { useEffect, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";

interface NavigationProps {
	/** Ids of headings on this page, and what to call them. */
	readonly places: readonly (readonly [id: string, name: string])[];
}

/** The parts of a long page, the one in view marked. */
export function Navigation({ places }: NavigationProps) {
	const current = useInView(places.map(([id]) => id));
	return (
		<nav class="places" aria-label={t("options.onThisPage")}>
			{places.map(([id, name]) => (
				<a key={id} href={`#${id}`} aria-current={id === current ? "true" : undefined}>
					{name}
				</a>
			))}
		</nav>
	);
}

/** Id of the last heading that was scrolled to the upper third of the window, or of the first. */
function useInView(ids: readonly string[]): string | undefined {
	const [current, setCurrent] = useState<string | undefined>(ids[0]);
	useEffect(() => {
		const look = () => {
			const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
			const passed = ids.filter(
				(id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3,
			);
			setCurrent(atEnd && scrollY > 0 ? ids.at(-1) : (passed.at(-1) ?? ids[0]));
		};
		addEventListener("scroll", look, { passive: true });
		return () => removeEventListener("scroll", look);
	}, [ids]);
	return current;
}
