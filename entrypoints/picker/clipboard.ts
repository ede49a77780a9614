/** Puts text on the clipboard. Rejects where the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		// Pages without TLS have no clipboard object, and pages may forbid its use.
		const area = document.createElement("textarea");
		area.value = text;
		area.style.position = "fixed";
		document.documentElement.append(area);
		area.select();
		const done = document.execCommand("copy");
		area.remove();
		if (!done) throw new Error("The browser refused the clipboard.");
	}
}
