/** Resolves when what was changed before is on the screen: after the next frame but one (or soon, in a hidden tab). */
export function painted(): Promise<void> {
	return new Promise((done) => {
		requestAnimationFrame(() => requestAnimationFrame(() => done()));
		setTimeout(done, 200);
	});
}
