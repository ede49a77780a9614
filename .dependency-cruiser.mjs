// Which room may import what; `npm run imports` holds it. What a room does not name is closed to it, and all is closed
// to a room that is not named. Circles are closed to all.

const npm = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;
const views = npm("preact", "@preact/signals");
const schemas = npm("valibot");
const tensorflow = npm("@tensorflow/tfjs-core");

/** What everybody speaks of: the single files of lib/, but for those that speak of its rooms themselves. */
const words = "^lib/(?!protocol.ts|settings.ts)[^/]+$";
/** The algorithm and its networks: all of lib/ that touches no browser. */
const domain = "^lib/(?!browser/)";
/** The single files of components/: pieces of every page. */
const pieces = "^components/[^/]+$";
/** What can be drawn on and looked at, on whatever surface. */
const instruments = "^components/(pad|pixels|picture|reading|region|field-pad|own-models)/";

/** A surface knows nothing of the others. */
const surface = (name) => ({
	room: `^components/${name}/`,
	open: ["^lib/", pieces, instruments, views],
});
/** An entrypoint wires one surface. */
const page = (name, shows) => ({
	room: `^entrypoints/${name}/`,
	open: ["^lib/", pieces, instruments, `^components/(${shows})/`, views, npm("wxt")],
});

/** The first pattern that fits a file is its room; a room is open to itself. */
const rooms = [
	{ room: words, open: [schemas, "#i18n"] },
	{
		room: "^lib/(protocol|settings).ts$",
		open: [words, "^lib/(ink/stroke|reading/(reading|draft)|models/catalogue).ts$", schemas],
	},
	{ room: "^lib/tasks/", open: [] },
	{ room: "^lib/lines/", open: [words] },
	{ room: "^lib/image/", open: [words, "^lib/(tasks|lines)/", "^.wxt/ink-kernels.ts"] },
	{ room: "^lib/ink/", open: [words, "^lib/(lines|image)/"] },
	{
		room: "^lib/models/formats/",
		open: [words, "^lib/(tasks|image|ink|models)/", tensorflow, npm("fflate", "jsfive")],
	},
	{
		room: "^lib/models/",
		open: [words, "^lib/(tasks|image|ink)/", tensorflow, npm("@tensorflow/tfjs-backend-wasm")],
	},
	{ room: "^lib/reading/", open: [words, "^lib/(tasks|lines|image|ink|models)/"] },
	{ room: "^lib/evaluation/", open: [words, "^lib/(image|models)/"] },
	{ room: "^lib/lab/", open: [words, "^lib/(image|models|reading)/", tensorflow] },
	// The shapes of what is kept, and what becomes of broken ones.
	{ room: "^lib/stored/", open: [words, "^lib/(ink|models|reading)/", schemas] },
	{
		room: "^lib/browser/",
		open: [
			domain,
			schemas,
			npm("wxt", "@preact/signals", "@wxt-dev/i18n", "fflate", "idb", "comlink"),
			"#i18n",
		],
	},
	{ room: pieces, open: ["^lib/", views] },
	{ room: "^components/reading/", open: ["^lib/", pieces, views] },
	{ room: instruments, open: ["^lib/", pieces, instruments, views] },
	...["options", "panel", "past-readings", "popup", "lab", "welcome"].map(surface),
	{ room: "^entrypoints/background/", open: ["^lib/", npm("wxt")] },
	// The lab runs the networks that it looks into in a worker of its own.
	{
		room: "^entrypoints/lab/",
		open: ["^lib/", pieces, instruments, "^components/lab/", views, npm("comlink")],
	},
	// Finds pixels in pages and puts a frame over them; what people see stands in the frame.
	{ room: "^entrypoints/picker/", open: ["^lib/", npm("wxt")] },
	page("frame", "panel"),
	page("options", "options"),
	page("popup", "popup"),
	// The same as the popup, in another place.
	{ room: "^entrypoints/sidepanel/", open: ["^entrypoints/popup/start.tsx$"] },
	page("readings", "past-readings"),
	page("welcome", "welcome"),
	// Commands in Node and the tests: the same algorithm, and any package that package.json names.
	{
		room: "^tools/",
		open: [domain, "^lib/browser/", "^components/lab/views.ts", "^node_modules/"],
		inNode: true,
	},
	{ room: "^(tests/|[^/]+$)", open: [""], inNode: true },
];

export default {
	forbidden: [
		{ name: "no circles", severity: "error", from: {}, to: { circular: true } },
		...rooms.map(({ room, open, inNode = false }, i) => ({
			name: `what ${room} imports`,
			severity: "error",
			from: { path: room, pathNot: rooms.slice(0, i).map((earlier) => earlier.room) },
			to: { pathNot: [room, ...open], ...(inNode && { dependencyTypesNot: ["core", "npm-dev", "unknown"] }) },
		})),
		{
			name: "rooms have a row in the table",
			severity: "error",
			from: { pathNot: [...rooms.map(({ room }) => room), "node_modules/", "^.wxt/"] },
			to: {},
		},
	],
	// The parser of TypeScript itself has no interface for tools since version 7.
	options: { doNotFollow: { path: "node_modules" }, parser: "swc" },
};
