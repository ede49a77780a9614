import type { ReadonlySignal } from "@preact/signals";
import type { NetworkUse } from "../../lib/browser/network-use.ts";
import { PERMISSIONS } from "./permissions.ts";

/** What stays on the device, what the network was used for, and why each permission is asked for. */
export function Privacy({ use }: { use: ReadonlySignal<NetworkUse> }) {
	const { images, others } = use.value;
	return (
		<section aria-labelledby="privacy">
			<h2 id="privacy">Privacy</h2>
			<p>
				Everything is read on this device, by networks that are part of the extension. Nothing that you draw,
				select or read is sent anywhere; there is no account, no statistics and no server.
			</p>
			<dl class="network" aria-live="polite">
				<div>
					<dt>requests of its own to the internet</dt>
					<dd>{others}</dd>
				</div>
				<div>
					<dt>{images === 1 ? "image" : "images"} fetched again because you asked about them</dt>
					<dd>{images}</dd>
				</div>
			</dl>
			<p>
				Counted since it was installed, the first from the browser’s own record of what was requested. An
				image is fetched once more, from where the page got it and without your cookies, when you ask about
				one that the page does not let Digit Lens look at closely enough.
			</p>
			<h3>What it may do in this browser</h3>
			<dl class="permissions">
				{Object.entries(PERMISSIONS).map(([name, { title, why }]) => (
					<div key={name}>
						<dt>
							{title} <code>{name}</code>
						</dt>
						<dd>{why}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
