import { expect, test, vi } from "vitest";
import { createTour, STOPS } from "../../../../components/lab/tour/tour-state.ts";

const begin = (known = false) => {
	const effects = { known, remember: vi.fn(), show: vi.fn() };
	return { ...effects, tour: createTour(effects) };
};

test("the tour is offered once, and remembered whether it is taken or not", () => {
	const { tour, remember } = begin();
	expect(tour.offered.value).toBe(true);
	tour.end();
	expect([tour.offered.value, tour.stop.value]).toEqual([false, null]);
	expect(remember).toHaveBeenCalled();
	expect(begin(true).tour.offered.value).toBe(false);
});

test("it goes through six stops, each in its view, back and forth, and ends", () => {
	const { tour, show } = begin();
	tour.begin();
	expect(STOPS).toHaveLength(6);
	for (const stop of STOPS) {
		expect(tour.stop.value).toBe(stop);
		expect(show).toHaveBeenLastCalledWith(stop.view);
		tour.next();
	}
	expect(tour.stop.value).toBeNull();
	tour.begin();
	tour.next();
	tour.back();
	tour.back();
	expect(tour.at.value).toBe(0);
});
