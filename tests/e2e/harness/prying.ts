/**
 * A page that pries into whatever comes over it: it walks in wherever an event, a selection or a search leads, listens
 * first to all that is done, and watches its document. `pry()` gives all the words and addresses that it could get hold
 * of, `heard` the events that came by, `grip()` its hands on every frame that it reached.
 */
export const PRYING_PAGE = `<!doctype html><title>A prying page</title>
<body><img id="target" src="/p.png" width="300"><br><input id="field">
<script>
	const heard = [];
	const reached = new Set();
	const words = new Set();
	const note = (...all) => all.forEach((word) => words.add(String(word)));
	// Firefox retargets neither of these out of a shadow tree.
	const lead = (event) => {
		for (const key of ["target", "originalTarget", "explicitOriginalTarget", "relatedTarget", "rangeParent"]) {
			try { if (event[key]?.getRootNode) reached.add(event[key].getRootNode()); } catch {}
		}
		for (const node of event.composedPath()) if (node.getRootNode) reached.add(node.getRootNode());
	};
	for (const type of ["keydown", "keyup", "keypress", "beforeinput", "input", "copy", "cut", "paste", "click",
		"mousedown", "mouseup", "pointerdown", "pointerup", "dblclick", "auxclick", "contextmenu", "compositionstart"])
		addEventListener(type, (event) => { heard.push(type + " " + (event.key ?? "")); lead(event); }, true);
	for (const type of ["mousemove", "pointermove", "mouseover", "pointerover", "mouseenter", "mouseout", "focus", "focusin", "blur",
		"selectionchange", "selectstart", "load", "error", "toggle", "beforetoggle", "wheel", "scroll", "animationstart",
		"transitionrun", "resize", "slotchange", "dragstart"])
		addEventListener(type, lead, true);
	addEventListener("message", ({ data, origin }) => note(JSON.stringify(data), origin), true);
	addEventListener("securitypolicyviolation", (event) => note(event.blockedURI, event.sourceFile), true);
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes)
			for (const node of addedNodes) note(node.textContent, node.value ?? "", node.outerHTML ?? "");
	}).observe(document, { childList: true, subtree: true, characterData: true });
	const framesOf = () => [...reached].flatMap((root) => [...(root.querySelectorAll?.("iframe") ?? [])]);
	const pry = () => {
		for (const root of reached) {
			if (root === document) continue;
			note(root.textContent, root.innerHTML);
			for (const canvas of root.querySelectorAll?.("canvas") ?? []) note("a canvas: " + canvas.toDataURL());
		}
		for (const frame of framesOf()) {
			note(frame.outerHTML, frame.src, frame.cloneNode().src);
			for (const look of [
				() => frame.contentDocument?.documentElement.outerHTML, () => frame.contentWindow.location.href,
				() => frame.contentWindow.document.URL, () => frame.contentWindow.find("1"), () => frame.contentWindow.name,
				() => frame.contentWindow.getSelection().toString(), () => frame.contentWindow.length && frame.contentWindow[0].location.href,
			]) try { note(look()); } catch (error) { note(error.message.replaceAll(location.origin, "")); }
		}
		for (const { name } of performance.getEntries()) note(name);
		note(getSelection().toString(), document.activeElement.outerHTML, document.body.innerText);
		// Searched digit by digit; in Firefox also in frames.
		for (const inFrames of [false, true])
			for (const text of ["1572", "Reads 1", "Copy", "Look inside"])
				try { if (find(text, true, false, true, false, inFrames)) note("found: " + text); } catch {}
		getSelection().removeAllRanges();
		for (let i = 0; i < window.length; i++) note("a frame of the window");
		return [...words].join("\\n");
	};
	const grip = () => {
		const frames = framesOf();
		for (const frame of frames) {
			try { frame.contentWindow.postMessage("let me in", "*", [new MessageChannel().port2]); } catch {}
			try { frame.src = "javascript:parent.note('javascript: ' + document.body.textContent + location.href)"; } catch {}
			frame.setAttribute("style", "position: fixed; inset: 0; width: 100%; height: 100%; opacity: 0; clip-path: none");
		}
		return frames.length;
	};
</script>`;
