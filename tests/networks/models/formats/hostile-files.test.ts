import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { mutated, sentenceFor, wholeFiles } from "./mutations.ts";
import { legacyStateDict, torchZip } from "./state-dicts.ts";

beforeAll(() => startBackend());

/** How many files are broken; `npm run stress` breaks more. */
const COUNT = 600;

it("reads every file that is whole", () => {
	for (const file of wholeFiles()) expect([file.name, sentenceFor([file])]).toEqual([file.name, null]);
});

it("has a sentence for each broken file", () => {
	const whole = wholeFiles();
	const sentences: string[] = [];
	for (let seed = 0; seed < COUNT; seed++) {
		const sentence = sentenceFor([mutated(whole[seed % whole.length], seed)]);
		if (sentence !== null) sentences.push(sentence);
	}
	expect(sentences.filter((sentence) => !/^\S.*\.$/s.test(sentence))).toEqual([]);
	// Some bytes change nothing but a weight.
	expect(sentences.length).toBeGreaterThan(COUNT / 4);
});

it("looks nothing up that a pickle names", () => {
	const pickle = (text: string) => Uint8Array.from([0x80, 2, ...new TextEncoder().encode(text), 0x2e]);
	expect(sentenceFor([{ name: "x.pth", bytes: pickle("cposix\nsystem\n") }])).toContain("posix.system");
	expect(sentenceFor([{ name: "x.pkl", bytes: pickle("c__main__\nCNN\n") }])).toContain("__main__.CNN");
});

it("refuses weights that are no numbers", () => {
	const tensors = (value: number) => [
		{ name: "fc.weight", shape: [10, 784], values: new Float32Array(7840).fill(value) },
	];
	expect(sentenceFor([{ name: "a.pth", bytes: torchZip(tensors(Number.NaN)) }])).toContain("no numbers");
	expect(sentenceFor([{ name: "a.pt", bytes: legacyStateDict(tensors(Infinity)) }])).toContain("no numbers");
	expect(sentenceFor([{ name: "a.pt", bytes: legacyStateDict(tensors(0.5)) }])).toBeNull();
});

const text = (content: string) => new TextEncoder().encode(content);

it.each([
	["version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS"],
	["<!DOCTYPE html><html></html>", "web page"],
	['{"nbformat": 4, "cells": []}', "notebook"],
	['{"class_name": "Sequential", "config": []}', "no weights"],
	['{"layers": []}', "another program"],
	["not a model", "a text"],
	["", "empty"],
])("says what %s is", (content, sentence) => {
	expect(sentenceFor([{ name: "model.h5", bytes: text(content) }])).toContain(sentence);
});
