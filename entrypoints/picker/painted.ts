/**
 * Frames that a change may take to the screen. The compositor draws what the page has committed, one frame
 * behind it, and may start another one of the page meanwhile (Chromium's "How cc Works", pending tree); a page
 * drawn in software needs the whole row.
 */
const FRAMES = 4;

/** Resolves when what was changed before is on the screen, and at once in a tab that is not on any. */
export async function painted(): Promise<void> {
	for (let frame = 0; frame < FRAMES; frame++) await nextFrame();
}

function nextFrame(): Promise<void> {
	return new Promise((done) => {
		if (document.visibilityState === "hidden") return done();
		const next = () => {
			cancelAnimationFrame(request);
			document.removeEventListener("visibilitychange", next);
			done();
		};
		const request = requestAnimationFrame(next);
		// There are no frames in a tab that is put aside.
		document.addEventListener("visibilitychange", next);
	});
}
