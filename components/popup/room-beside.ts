import { useEffect, useState } from "preact/hooks";
import type { NumberRoom } from "../reading/number-fit.ts";

/** All of its window that is neither the number's nor the sheet's, in CSS pixels: at the sides, above and below. */
const AT_SIDES = 34;
const ABOVE_AND_BELOW = 296;
/** Height of the sheet as a part of its width, and the widest that it is, as popup.css has them. */
const SHEET = 204 / 346;
const WIDEST = 600;

/** The space for a number where the pad stays: it follows the window's. */
export function useRoomBeside(): NumberRoom {
	const [room, setRoom] = useState(roomNow);
	useEffect(() => {
		const follow = () => setRoom(roomNow());
		addEventListener("resize", follow);
		return () => removeEventListener("resize", follow);
	}, []);
	return room;
}

function roomNow(): NumberRoom {
	const { clientWidth, clientHeight } = document.documentElement;
	const width = Math.min(clientWidth, WIDEST) - AT_SIDES;
	return { width, heights: [52, Math.max(108, clientHeight - ABOVE_AND_BELOW - SHEET * width)] };
}
