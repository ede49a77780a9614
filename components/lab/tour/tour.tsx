import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../lib/browser/language.ts";
import { Icon } from "../../icon.tsx";
import { STOPS, type TourState } from "./tour-state.ts";

/** The offer for who is new here; it stands in the page and covers nothing. */
export function TourOffer({ tour }: { tour: TourState }) {
	if (!tour.offered.value) return null;
	return (
		<section class="tour-offer" aria-label={t("lab.tour.title")}>
			<p>{t("lab.tour.offer")}</p>
			<button type="button" class="button" onClick={tour.begin}>
				{t("lab.tour.begin")}
			</button>
			<button type="button" class="link" onClick={tour.end}>
				{t("lab.tour.decline")}
			</button>
		</section>
	);
}

/** One step of the tour: the part that it speaks of is marked, the words stand at the window's edge. */
export function TourCard({ tour }: { tour: TourState }) {
	const card = useRef<HTMLElement>(null);
	const { value: stop } = tour.stop;
	useEffect(() => {
		if (!stop) return;
		let part: Element | null = null;
		// Another view comes when it is loaded.
		const look = () => {
			part = document.querySelector(`[data-part="${stop.part}"]`);
			if (!part) return false;
			part.setAttribute("data-toured", "true");
			part.scrollIntoView({ block: "start" });
			return true;
		};
		const watch = new MutationObserver(() => {
			if (look()) watch.disconnect();
		});
		if (!look()) watch.observe(document.body, { childList: true, subtree: true });
		card.current?.focus();
		return () => {
			watch.disconnect();
			part?.removeAttribute("data-toured");
		};
	}, [stop]);
	if (!stop) return null;
	const index = STOPS.indexOf(stop);
	const isLast = index === STOPS.length - 1;
	return (
		<section
			ref={card}
			class="tour-card"
			tabIndex={-1}
			aria-label={t("lab.tour.title")}
			onKeyDown={(event) => {
				if (event.key === "Escape") tour.end();
			}}
		>
			<header>
				<h2>{t(`lab.tour.${stop.id}.title`)}</h2>
				<span class="quiet">{t("lab.tour.step", { step: index + 1, count: STOPS.length })}</span>
				<button type="button" class="tool" aria-label={t("close")} onClick={tour.end}>
					<Icon name="close" />
				</button>
			</header>
			<p>{t(`lab.tour.${stop.id}.words`)}</p>
			<div class="tour-actions">
				{index > 0 && (
					<button type="button" class="button" onClick={tour.back}>
						{t("lab.tour.back")}
					</button>
				)}
				<button type="button" class="button tour-next" onClick={tour.next}>
					{isLast ? t("lab.tour.end") : t("lab.tour.next")}
				</button>
			</div>
		</section>
	);
}
