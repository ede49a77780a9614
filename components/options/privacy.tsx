import { PERMISSIONS } from "./permissions.ts";

/** What stays on the device, and why each permission is asked for. */
export function Privacy() {
	return (
		<section aria-labelledby="privacy">
			<h2 id="privacy">Privacy</h2>
			<p>
				Everything is read on this device, by networks that are part of the extension. Nothing that you draw,
				select or read is sent anywhere; there is no account, no statistics and no server.
			</p>
			<p>
				One thing may use the network: when you ask about an image that the page does not let Digit Lens look
				at, it fetches that image once more from where the page got it, without your cookies.
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
