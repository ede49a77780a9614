import { type StorageItemKey, storage } from "wxt/utils/storage";

/** A value that the browser keeps, for this session or on this device. */
export interface Stored<T> {
	getValue(): Promise<T>;
	setValue(value: T): Promise<void>;
	removeValue(): Promise<void>;
	/** Calls back with every new value, whoever changes it. */
	watch(onChange: (value: T) => void): void;
}

/**
 * Names a value that the browser keeps. WXT's own `defineItem` would read it at once wherever its module is loaded:
 * the popup would wait for the pictures of all past readings.
 *
 * @param key area and name, such as `local:settings`
 * @param fallback what is there before anything was kept
 */
export function stored<T>(key: StorageItemKey, fallback: T): Stored<T> {
	return {
		getValue: async () => (await storage.getItem<T>(key)) ?? fallback,
		setValue: (value) => storage.setItem(key, value),
		removeValue: () => storage.removeItem(key),
		watch(onChange) {
			storage.watch<T>(key, (value) => onChange(value ?? fallback));
		},
	};
}
