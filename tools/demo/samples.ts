/** A picture of handwritten numbers on the demo page. */
export interface Sample {
	readonly name: string;
	readonly caption: string;
	/** What a person reads in it. */
	readonly text: string;
	readonly seed: number;
	/** Height of a digit in CSS pixels. */
	readonly height: number;
	readonly ink: string;
	readonly paper: string;
	readonly gap?: number;
	readonly ruled?: boolean;
	/** How the page holds it; an image of the page's own site by default. */
	readonly as?: "other-site" | "data" | "canvas";
}

const DARK = "#1b1b1f";

export const SAMPLES: readonly Sample[] = [
	{
		name: "plain",
		caption: "Dark on light",
		text: "1572",
		seed: 1,
		height: 90,
		ink: DARK,
		paper: "#ffffff",
	},
	{
		name: "other-site",
		caption: "From another site, which does not share its pictures",
		text: "43890",
		seed: 2,
		height: 80,
		ink: DARK,
		paper: "#fbfaf6",
		as: "other-site",
	},
	{
		name: "chalk",
		caption: "Light on dark",
		text: "8261",
		seed: 3,
		height: 90,
		ink: "#f4f1e8",
		paper: "#24352f",
	},
	{
		name: "lines",
		caption: "Several lines",
		text: "4096\n2718\n305",
		seed: 4,
		height: 60,
		ink: DARK,
		paper: "#ffffff",
	},
	{
		name: "blue",
		caption: "Coloured ink",
		text: "60217",
		seed: 5,
		height: 80,
		ink: "#1f4fbf",
		paper: "#fdf6e3",
	},
	{
		name: "ruled",
		caption: "Ruled paper",
		text: "3849",
		seed: 6,
		height: 80,
		ink: "#22306b",
		paper: "#fffef8",
		ruled: true,
	},
	{
		name: "touching",
		caption: "Touching digits",
		text: "236",
		seed: 7,
		height: 90,
		ink: DARK,
		paper: "#ffffff",
		gap: -0.06,
	},
	{
		name: "data",
		caption: "Inside the page's own address (data:)",
		text: "174",
		seed: 8,
		height: 80,
		ink: "#7a1f3d",
		paper: "#ffffff",
		as: "data",
	},
	{
		name: "canvas",
		caption: "A canvas",
		text: "9503",
		seed: 9,
		height: 80,
		ink: DARK,
		paper: "#eef3f7",
		as: "canvas",
	},
];
