// The shapes that the bench needs of packages that only its first run installs.

declare module "tesseract.js" {
	interface Worker {
		setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>;
		recognize(image: Uint8Array): Promise<{ data: { text: string } }>;
		terminate(): Promise<unknown>;
	}
	const tesseract: {
		createWorker(
			language: string,
			engine: number,
			options: { readonly langPath: string; readonly cacheMethod: "none"; readonly gzip: boolean },
		): Promise<Worker>;
	};
	export default tesseract;
}
