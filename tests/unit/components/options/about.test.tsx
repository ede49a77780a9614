// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { About } from "../../../../components/options/about.tsx";
import { projectPages } from "../../../../lib/project.ts";

afterEach(cleanup);

test("says the version, what is new, and leads to the first steps and the licences", () => {
	render(<About version="1.2.3" pages={null} report={() => ""} onCopy={async () => {}} />);
	expect(screen.getByText("Version 1.2.3")).toBeTruthy();
	expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
		"/welcome.html",
		"/licences.txt",
	]);
	expect(document.querySelectorAll(".news li").length).toBeGreaterThan(3);
	// Without an address there is nobody to tell.
	expect(screen.queryByText("Report a problem")).toBeNull();
});

test("a report is seen, changed and copied before anything is opened", async () => {
	const copied: string[] = [];
	render(
		<About
			version="1.2.3"
			pages={projectPages("https://example.org/a")}
			report={() => "Digit Lens 1.2.3"}
			onCopy={async (text) => void copied.push(text)}
		/>,
	);
	fireEvent.click(screen.getByText("Report a problem"));
	const text = document.querySelector("textarea")!;
	expect(text.value).toBe("Digit Lens 1.2.3");
	fireEvent.input(text, { target: { value: "It broke. Digit Lens 1.2.3" } });
	fireEvent.click(screen.getByText("Copy"));
	await screen.findByText("Copied");
	expect(copied).toEqual(["It broke. Digit Lens 1.2.3"]);
	const page = screen.getByText("Open the page for reports");
	// The page gets no text: what goes there the person pastes.
	expect(page.getAttribute("href")).toBe("https://example.org/a/issues/new");
});
