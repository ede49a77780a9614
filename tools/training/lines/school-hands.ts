import { pick, type Random } from "../../random.ts";
import { type Form, parseForms, SCHOOL_FORMS, writeForm } from "../allographs.ts";
import { AMOUNT_FORMS } from "./amount-forms.ts";
import type { Hand, Hands } from "./hand.ts";
import { strokeShape } from "./shape.ts";

const byDigit = (forms: readonly Form[]) =>
	Array.from({ length: 10 }, (_, digit) => forms.filter(({ label }) => label === digit));

const SCHOOL = byDigit(parseForms(SCHOOL_FORMS));
const AMOUNT = byDigit(parseForms(AMOUNT_FORMS));

/** How often a hand writes a digit in another than its usual form. */
const FICKLE = 0.08;

const writtenAs = (form: Form, random: Random) => strokeShape(writeForm(form, random).strokes);

/** A hand that learned one form of each digit, of whatever school, and has hurried forms of some from writing amounts. */
export function schoolHand(random: Random): Hand {
	const hurried = random() < 0.5 ? 0.6 : 0.15;
	const usual = SCHOOL.map((forms, digit) => pick(random, random() < hurried ? AMOUNT[digit] : forms));
	return {
		write: (label, random) =>
			writtenAs(random() < FICKLE ? pick(random, SCHOOL[label]) : usual[label], random),
	};
}

/** How often a hand has a form of its own for a digit. */
const OWN_FORMS = 0.18;

/** The same hands, of which some write some digits in the hurried forms of amounts. */
export function withOwnForms(hands: Hands, share: number): Hands {
	return (random) => {
		const hand = hands(random);
		if (random() >= share) return hand;
		const own = AMOUNT.map((forms) => (random() < OWN_FORMS ? pick(random, forms) : null));
		return {
			write: (label, random) => {
				const form = own[label];
				return form ? writtenAs(form, random) : hand.write(label, random);
			},
		};
	};
}
