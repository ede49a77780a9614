import { expect, it } from "vitest";
import { parseCsv } from "../../../lib/csv.ts";
import { readingsToCsv, readingsToJson } from "../../../lib/reading/past-readings-table.ts";

const readings = [
	{
		at: Date.UTC(2026, 0, 2, 3, 4, 5),
		text: "12\n34",
		title: 'A "quoted", page',
		address: "https://a.example/",
	},
	{ at: 0, text: "7", title: "=HYPERLINK(1)" },
];

it("writes CSV that spreadsheets read and do not run", () => {
	expect(readingsToCsv(readings)).toBe(
		'"time","digits","page","address"\r\n' +
			'"2026-01-02T03:04:05.000Z","12\n34","A ""quoted"", page","https://a.example/"\r\n' +
			'"1970-01-01T00:00:00.000Z","7","\'=HYPERLINK(1)",""\r\n',
	);
});

it("keeps the cells of a table apart in one cell, so that nothing of it is lost", () => {
	const csv = readingsToCsv([{ at: 0, text: "1,5\t\n\t-7", title: "A table" }]);
	expect(parseCsv(csv)[1]).toEqual(["1970-01-01T00:00:00.000Z", "1,5\t\n\t-7", "A table", ""]);
});

it("writes JSON", () => {
	expect(JSON.parse(readingsToJson(readings))[1]).toEqual({
		time: "1970-01-01T00:00:00.000Z",
		digits: "7",
		page: "=HYPERLINK(1)",
		address: "",
	});
});
