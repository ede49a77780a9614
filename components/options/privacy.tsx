import type { ReadonlySignal } from "@preact/signals";
import { formatNumber, t } from "../../lib/browser/language.ts";
import type { NetworkUse } from "../../lib/browser/network-use.ts";
import { OPTIONAL_PERMISSIONS, PERMISSIONS } from "./permissions.ts";

interface PrivacyProps {
	readonly use: ReadonlySignal<NetworkUse>;
	/** How many of what was read and put right are kept. */
	readonly kept: { readonly readings: number; readonly corrections: number };
}

/** What stays on the device, what the network was used for, and why each permission is asked for. */
export function Privacy({ use, kept }: PrivacyProps) {
	const { images, others } = use.value;
	return (
		<section aria-labelledby="privacy">
			<h2 id="privacy">{t("options.place.privacy")}</h2>
			<p>{t("options.privacy.about")}</p>
			<dl class="network" aria-live="polite">
				<div>
					<dt>{t("options.privacy.others")}</dt>
					<dd>{formatNumber(others)}</dd>
				</div>
				<div>
					<dt>{t("options.privacy.images", images)}</dt>
					<dd>{formatNumber(images)}</dd>
				</div>
				<div>
					<dt>
						<a href="/readings.html">{t("options.privacy.readings", kept.readings)}</a>
					</dt>
					<dd>{formatNumber(kept.readings)}</dd>
				</div>
				<div>
					<dt>
						<a href="#corrections">{t("options.privacy.corrections", kept.corrections)}</a>
					</dt>
					<dd>{formatNumber(kept.corrections)}</dd>
				</div>
			</dl>
			<p>{t("options.privacy.counted")}</p>
			<h3>{t("options.privacy.permissions")}</h3>
			<dl class="permissions">
				{[...PERMISSIONS, ...OPTIONAL_PERMISSIONS].map((name) => (
					<div key={name}>
						<dt>
							{t(`options.permission.${name}`)} <code>{name}</code>
						</dt>
						<dd>{t(`options.permission.${name}Why`)}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
