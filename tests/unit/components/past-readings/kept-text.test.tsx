// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { KeptText } from "../../../../components/past-readings/kept-text.tsx";

afterEach(cleanup);

it("shows a table as one, with what stands above and below it", () => {
	const { container } = render(<KeptText text={"2026\n1,5\t\t7\n\t\t\n3\t-4\t\n99"} />);
	const rows = screen.getAllByRole<HTMLTableRowElement>("row");
	expect(rows.map((row) => [...row.cells].map((cell) => cell.textContent))).toEqual([
		["1,5", "", "7"],
		["", "", ""],
		["3", "-4", ""],
	]);
	expect(container.textContent).toBe("20261,573-499");
});

it("shows lines as they are", () => {
	const { container } = render(<KeptText text={"12\n34"} />);
	const lines = [...container.querySelectorAll(".past-line")];
	expect(lines.map(({ textContent }) => textContent)).toEqual(["12", "34"]);
	expect(screen.queryByRole("table")).toBeNull();
});
