import { t } from "../../lib/browser/language.ts";

/** A browser's toolbar with the button that hides extensions, its list, and in it what keeps ours in sight. */
export function PinPicture({ isFirefox }: { isFirefox: boolean }) {
	return (
		<svg class="pin-picture" viewBox="0 0 320 150" role="img" aria-label={t("welcome.pinPicture")}>
			<rect class="pin-bar" x="0.5" y="0.5" width="319" height="36" rx="8" />
			<rect class="pin-field" x="12" y="9" width="196" height="19" rx="9.5" />
			{/* The puzzle piece, and the circle that leads the eye to it. */}
			<circle class="pin-mark" cx="266" cy="18.5" r="14" />
			<path class="pin-line" d="M260 14h4c-1-4 5-4 4 0h4v4c4-1 4 5 0 4v4h-12v-4c-4 1-4-5 0-4z" />
			<path class="pin-line" d="M298 13.500v.01M298 18.500v.01M298 23.500v.01" />
			<rect class="pin-list" x="120.500" y="44.500" width="190" height="98" rx="8" />
			<image href="/icon/48.png" x="133" y="59" width="24" height="24" />
			<text class="pin-name" x="166" y="76">
				Digit Lens
			</text>
			<circle class="pin-mark" cx="288" cy="71" r="14" />
			{isFirefox ? (
				<path
					class="pin-line"
					d="M288 66.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 1 0 0-9M288 63v2M288 77v2M280 71h2M294 71h2M282.500 65.500l1.500 1.500M292 75l1.500 1.500M293.500 65.500l-1.500 1.500M284 75l-1.500 1.500"
				/>
			) : (
				<path class="pin-line" d="M284.500 64h7M286 64v5l-3 4h10l-3-4v-5M288 73v6" />
			)}
			<path class="pin-other" d="M134 96h22v22h-22zM168 107h70M282 107h12" />
			<path class="pin-other" d="M134 132h90" />
		</svg>
	);
}
