// Random cases are the same in every run, so that a red run stays red until it is mended; SEED=<number> tries others.
// A mutation run (FEW) only asks whether a test fails: it need not look for the smallest case that does.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261125), endOnFailure: Boolean(process.env.FEW) });
