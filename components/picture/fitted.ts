import type { Box, Size } from "../../lib/geometry.ts";

/** Where a picture stands that is fitted into a room as `object-fit: contain` does it, in units of the room. */
export function fitted(picture: Size, room: Size): Box {
	const scale = Math.min(room.width / picture.width, room.height / picture.height);
	const width = picture.width * scale;
	const height = picture.height * scale;
	return { x: (room.width - width) / 2, y: (room.height - height) / 2, width, height };
}
