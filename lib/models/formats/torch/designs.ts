import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import type { ReadModel, ReadNetwork } from "../model-file.ts";
import { chained, inNaturalOrder } from "./chain.ts";
import { networkOf } from "./design-network.ts";
import { type Geometry, geometries } from "./geometry.ts";
import { allHabits, type Habits, ORDERS } from "./habits.ts";
import { type MainModule, modulesOf } from "./modules.ts";
import type { NamedTensor } from "./state-dict.ts";

/** How many of the likeliest geometries are tried with unusual habits where the usual ones read badly. */
const WITH_UNUSUAL = 4;

/** Networks that are tried, times the numbers in their weights: each is put on the backend. */
const NUMBERS = 3e8;
const MOST = 256;
/** However large they are, so many are tried. */
const LEAST = 8;

/** As many classes as ImageNet's largest set, and some. */
const MOST_ANSWERS = 25_000;

const noDesign = () => userError("error.import.noDesign");

/** The networks that a state dict's weights fit. */
export type Designs = Required<Pick<ReadModel, "networks" | "further">>;

/** Throws a UserError where there is none. */
export function designsFor(tensors: readonly NamedTensor[]): Designs {
	if (tensors.length === 0) throw userError("error.import.noTensors");
	const modules = modulesOf(tensors);
	if (!modules || modules.length === 0) throw noDesign();
	const chain = [modules, inNaturalOrder(modules)].map(chained).find((mains) => mains !== null);
	if (!chain)
		throw takesColour(modules) ? userError("error.import.colour", { shape: "3 × ? × ?" }) : noDesign();
	const last = chain[chain.length - 1];
	// No network has so many answers: these are pictures and their labels.
	if (last.outputs > MOST_ANSWERS) throw userError("error.import.noTensors");
	if (last.outputs !== 10) throw userError("error.import.classes", { count: last.outputs });
	const convs = chain.filter(({ kind }) => kind === "conv");
	const linear = chain.find(({ kind }) => kind === "linear");
	const ways = convs.length > 0 ? geometries(convs, linear?.inputs ?? null) : flatGeometry(linear);
	if (ways.length === 0) throw noDesign();
	const numbers = chain.reduce((sum, { kernel }) => sum + sizeOf(kernel.shape), 1);
	const most = Math.min(MOST, Math.max(LEAST, Math.floor(NUMBERS / numbers)));

	const normed = chain.some(({ norm }) => norm);
	const mixed = normed && convs.slice(0, -1).some(({ norm }) => !norm);
	const first: Habits = {
		activation: "relu",
		pool: "MaxPooling2D",
		order: ORDERS[0],
		bare: mixed,
		plainLinear: false,
	};
	const usual = ORDERS.slice(0, normed ? 2 : 1).map((order): Habits => ({ ...first, order }));
	const all = allHabits({
		orders: normed ? ORDERS : ORDERS.slice(0, 1),
		bare: mixed ? [true, false] : [false],
		plainLinear: chain.length - convs.length > 1 ? [false, true] : [false],
	});
	const geometryOf = new Map<ReadNetwork, Geometry>();
	const designed = (geometries: readonly Geometry[], habits: readonly Habits[]): ReadNetwork[] =>
		habits
			.flatMap((habit) => geometries.map((geometry) => [geometry, habit] as const))
			.slice(0, most)
			.map(([geometry, habit]) => {
				const network = networkOf(chain, geometry, habit);
				geometryOf.set(network, geometry);
				return network;
			});
	return {
		networks: designed(ways.slice(0, Math.ceil(most / usual.length)), usual),
		further: (best) => {
			const read = best.flatMap((network) => geometryOf.get(network) ?? []);
			const likely = best.length > 1 ? ways.slice(0, WITH_UNUSUAL) : [];
			return designed([...new Set([...read, ...likely])], all);
		},
	};
}

const takesColour = (modules: readonly MainModule[]) =>
	modules.some(({ kind, inputs }) => kind === "conv" && inputs === 3) &&
	!modules.some(({ kind, inputs }) => kind === "conv" && inputs === 1);

function flatGeometry(linear: MainModule | undefined): Geometry[] {
	const side = Math.sqrt(linear?.inputs ?? 0);
	return Number.isInteger(side) && side >= 4 ? [{ side, steps: [], global: false, cost: 0 }] : [];
}
