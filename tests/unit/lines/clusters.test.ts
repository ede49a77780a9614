import { expect, test } from "vitest";
import { clustersOf, wordsOf } from "../../../lib/lines/clusters.ts";

const box = (x: number, width = 20) => ({ x, y: 0, width, height: 40 });

test("boxes a height apart stand in two clusters, nearer ones and what lies under others in one", () => {
	expect(clustersOf([box(0), box(40), box(101), box(125)], 40)).toEqual([
		[0, 1],
		[2, 3],
	]);
	expect(clustersOf([box(0, 200), box(20), box(210)], 40)).toEqual([[0, 1, 2]]);
	expect(clustersOf([], 40)).toEqual([]);
});

test("words are parted by gaps that are wide beside the others of their line", () => {
	expect(wordsOf([box(0), box(25), box(50), box(92), box(117)], 40)).toEqual([
		[0, 1, 2],
		[3, 4],
	]);
	expect(wordsOf([box(0), box(40), box(80), box(120)], 40)).toEqual([[0, 1, 2, 3]]);
	expect(wordsOf([box(0), box(34)], 40)).toEqual([[0, 1]]);
	expect(wordsOf([box(0), box(40)], 40)).toEqual([[0], [1]]);
	expect(wordsOf([], 40)).toEqual([]);
});

test("a wall parts what stands close together", () => {
	expect(clustersOf([box(0), box(22), box(60)], 40, [52])).toEqual([[0, 1], [2]]);
});
