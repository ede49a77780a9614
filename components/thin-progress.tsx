export interface ThinProgressProps {
	/** What is done, 0..1; nothing is shown as long as it is not known. */
	readonly share: number | null | undefined;
	readonly label: string;
}

/** A thin bar along the lower edge of what it stands in, which stays as it is. */
export function ThinProgress({ share, label }: ThinProgressProps) {
	if (share === null || share === undefined) return null;
	return <progress class="thin-progress at-edge" value={share} aria-label={label} />;
}
