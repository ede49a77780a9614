import { type StorageItemKey, storage } from "wxt/utils/storage";

/** What is read of a value that the browser keeps. */
export interface Watchable<T> {
	getValue(): Promise<T>;
	/** Calls back with every new value, whoever changes it. */
	watch(onChange: (value: T) => void): void;
}

/** A value that the browser keeps, for this session or on this device. */
export interface Stored<T> extends Watchable<T> {
	setValue(value: T): Promise<void>;
	removeValue(): Promise<void>;
}

/**
 * Names a value that the browser keeps. WXT's own `defineItem` would read it at once wherever its module is loaded:
 * the popup would wait for the pictures of all past readings.
 *
 * @param key area and name, such as `local:settings`
 * @param read makes a value of whatever is there, null where nothing was kept: another version may have left it, or a
 * fault. It never throws, and what is sound in it is not lost with what is broken
 * @param write how a value is kept, as JSON; the value itself where it is left out
 */
export function stored<T>(
	key: StorageItemKey,
	read: (left: unknown) => T,
	write: (value: T) => unknown = (value) => value,
): Stored<T> {
	return {
		getValue: async () => read(await storage.getItem(key)),
		setValue: (value) => storage.setItem(key, write(value)),
		removeValue: () => storage.removeItem(key),
		watch(onChange) {
			storage.watch(key, (value) => onChange(read(value)));
		},
	};
}
