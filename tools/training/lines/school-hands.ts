import type { Point } from "../../../lib/geometry.ts";
import { normal, pick, type Random } from "../../random.ts";
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

/** How far a hand's own version of a form is from what was taught: the standard deviation of its control points. */
const OWN_WAY = 0.04;

/** A form as one hand always writes it: its points moved, and those further down further to one side. */
function ownWay({ label, strokes }: Form, random: Random): Form {
	const [wide, lean] = [Math.exp(0.15 * normal(random)), 0.08 * normal(random)];
	const moved = ([x, y]: Point): Point => [
		wide * x + lean * y + OWN_WAY * normal(random),
		y + OWN_WAY * normal(random),
	];
	return { label, strokes: strokes.map((parts) => parts.map((part) => part.map(moved))) };
}

/** A hand that learned one form of each digit, of whatever school, and has hurried forms of some from writing amounts. */
export function schoolHand(random: Random): Hand {
	const hurried = random() < 0.65 ? 0.7 : 0.25;
	const usual = SCHOOL.map((forms, digit) =>
		ownWay(pick(random, random() < hurried ? AMOUNT[digit] : forms), random),
	);
	return {
		write: (label, random) =>
			writtenAs(random() < FICKLE ? pick(random, SCHOOL[label]) : usual[label], random),
	};
}

/** How often a hand has a form of its own for a digit. */
const OWN_FORMS = 0.3;

/** The same hands, of which some write some digits in the hurried forms of amounts. */
export function withOwnForms(hands: Hands, share: number): Hands {
	return (random) => {
		const hand = hands(random);
		if (random() >= share) return hand;
		const own = AMOUNT.map((forms) => (random() < OWN_FORMS ? ownWay(pick(random, forms), random) : null));
		return {
			write: (label, random) => {
				const form = own[label];
				return form ? writtenAs(form, random) : hand.write(label, random);
			},
		};
	};
}
