// fsrs-rs, the reference, as its Node binding for Linux. Not the package with a loader for all systems: at 0.5.0 it
// names parts for other systems that were never published, so that `npm ci` refuses its lock file. It is an optional
// dependency; on another system these tests fail and say so.
import { createRequire } from 'node:module';

export interface RustMemory {
  readonly stability: number;
  readonly difficulty: number;
}

interface RustStates {
  readonly again: { readonly memory: RustMemory };
  readonly hard: { readonly memory: RustMemory };
  readonly good: { readonly memory: RustMemory };
  readonly easy: { readonly memory: RustMemory };
}

interface RustModel {
  nextStates(memory: RustMemory | null, desiredRetention: number, days: number): RustStates;
  memoryStateFromSM2(ease: number, interval: number, retention: number): RustMemory;
}

interface RustReview {
  readonly rating: number;
  readonly deltaT: number;
}

interface RustItem {
  readonly reviews: readonly RustReview[];
}

interface TrainingOptions {
  readonly enableShortTerm: boolean;
  readonly numRelearningSteps: number;
}

interface Binding {
  readonly FSRSBindingReview: new (rating: number, days: number) => RustReview;
  readonly FSRSBindingItem: new (reviews: RustReview[]) => RustItem;
  /** Items in the order of their last answers. */
  readonly computeParameters: (items: RustItem[], options: TrainingOptions) => Promise<number[]>;
  readonly FSRSBinding: new (parameters: number[]) => RustModel;
  readonly BindingMemoryState: new (stability: number, difficulty: number) => RustMemory;
}

function load(): Binding {
  try {
    return createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu') as Binding;
  } catch (error) {
    throw new Error('fsrs-rs is published for Linux on x64 only; run these tests there', { cause: error });
  }
}

export const { FSRSBinding, BindingMemoryState, FSRSBindingItem, FSRSBindingReview, computeParameters } =
  load();
