/**
 * What the sign model names: the signs that people write among digits, as they are shown. A letter x is a sign of
 * multiplication; points and commas are told by their size and place (see separators.ts).
 */
export const SIGNS = ["+", "-", "×", "÷", "=", ":", "/", "%", "(", ")", "#"] as const;

export type Sign = (typeof SIGNS)[number];

/** The outputs of the sign model in order: any digit, any other ink, then the signs. */
export const SIGN_CLASSES = ["digit", "other", ...SIGNS] as const;

export const classOfSign = (sign: Sign): number => SIGN_CLASSES.indexOf(sign);
