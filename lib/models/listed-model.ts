import { MODELS } from "./catalogue.ts";
import type { OwnModel } from "./own-model.ts";

/** A model in a list, of the package or imported. */
export interface ListedModel {
	readonly id: string;
	readonly name: string;
}

/** Every model that there is, those of the package first. */
export const allModels = (own: readonly OwnModel[]): readonly ListedModel[] => [...MODELS, ...own];

/** As people see it; its id where it is gone. */
export const nameOf = (models: readonly ListedModel[], id: string): string =>
	models.find((model) => model.id === id)?.name ?? id;
