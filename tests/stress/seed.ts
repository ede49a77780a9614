/** The seed of this run; another one with SEED=N. */
export const SEED = Number(process.env.SEED ?? 1);

/** Put into the names of tests, so that every report has it. */
export const withSeed = (name: string): string => `${name} (SEED=${SEED})`;
