/** How many digits there are: the first outputs of every network that answers on glyphs, 0 to 9 in order. */
export const DIGITS = 10;

/** What the outputs after the ten digits stand for, where a network that answers on glyphs has them. */
export const EXTRA_OUTPUTS = ["not-a-digit", "several-digits"] as const;

export const NOT_A_DIGIT = DIGITS + EXTRA_OUTPUTS.indexOf("not-a-digit");
export const SEVERAL_DIGITS = DIGITS + EXTRA_OUTPUTS.indexOf("several-digits");

/** How many outputs a network has that can say of a glyph that it is no digit. */
export const GLYPH_OUTPUTS = DIGITS + EXTRA_OUTPUTS.length;
