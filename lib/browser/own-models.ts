import type { StoredModel } from "../models/format.ts";
import type { InputConvention } from "../models/input.ts";
import type { OwnModel } from "../models/own-model.ts";
import { ownModels, ownModelsDamaged } from "./own-model-list.ts";
import { deleteNetwork, keepOnlyNetworks, openOwnModel, putNetwork } from "./own-networks.ts";

/** One change at a time, of the list and of the networks together, whichever page makes it. */
const alone = (change: () => Promise<void>): Promise<void> => navigator.locks.request("ownModels", change);

const changeList = async (how: (kept: readonly OwnModel[]) => readonly OwnModel[]): Promise<void> =>
	ownModels.setValue(how(await ownModels.getValue()));

/** Keeps an imported model, or puts one back; nothing is left of it where that fails. */
export const keepOwnModel = (model: OwnModel, network: StoredModel): Promise<void> =>
	alone(async () => {
		await putNetwork(model.id, network);
		try {
			await changeList((models) => [...models.filter(({ id }) => id !== model.id), model]);
		} catch (error) {
			await deleteNetwork(model.id);
			throw error;
		}
	});

/** Deletes an imported model; what is returned puts it back. */
export async function deleteOwnModel(model: OwnModel): Promise<() => Promise<void>> {
	const network = await openOwnModel(model.id).catch(() => null);
	await alone(async () => {
		await changeList((models) => models.filter(({ id }) => id !== model.id));
		await deleteNetwork(model.id);
	});
	return async () => {
		if (network) await keepOwnModel(model, network);
	};
}

/** Lets digits go into a model in another way. */
export const changeOwnInput = (id: string, input: InputConvention): Promise<void> =>
	alone(async () => {
		await putNetwork(id, { ...(await openOwnModel(id)), input });
		await changeList((models) => models.map((model) => (model.id === id ? { ...model, input } : model)));
	});

/** Deletes the networks that a page left when it was closed while it kept or deleted a model: no list names them. */
export const deleteLostNetworks = (): Promise<void> =>
	alone(async () => {
		// What cannot be read may be the entry of any of them, and may be readable to another version.
		if (await ownModelsDamaged.getValue()) return;
		await keepOnlyNetworks(new Set((await ownModels.getValue()).map(({ id }) => id)));
	});
