import type { StoredModel } from "../models/format.ts";
import type { InputConvention } from "../models/input.ts";
import type { OwnModel } from "../models/own-model.ts";
import { changeOwnModels } from "./own-model-list.ts";
import { deleteNetwork, openOwnModel, putNetwork } from "./own-networks.ts";

/** Keeps an imported model, or puts one back; nothing is left of it where that fails. */
export async function keepOwnModel(model: OwnModel, network: StoredModel): Promise<void> {
	await putNetwork(model.id, network);
	try {
		await changeOwnModels((models) => [...models.filter(({ id }) => id !== model.id), model]);
	} catch (error) {
		await deleteNetwork(model.id);
		throw error;
	}
}

/** Deletes an imported model; what is returned puts it back. */
export async function deleteOwnModel(model: OwnModel): Promise<() => Promise<void>> {
	const network = await openOwnModel(model.id).catch(() => null);
	await changeOwnModels((models) => models.filter(({ id }) => id !== model.id));
	await deleteNetwork(model.id);
	return async () => {
		if (network) await keepOwnModel(model, network);
	};
}

/** Lets digits go into a model in another way. */
export async function changeOwnInput(id: string, input: InputConvention): Promise<void> {
	await putNetwork(id, { ...(await openOwnModel(id)), input });
	await changeOwnModels((models) => models.map((model) => (model.id === id ? { ...model, input } : model)));
}
