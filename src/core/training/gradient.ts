// Computes the loss of parameters for a card, and its gradient: the forward pass of FSRS-6, then the backward pass. The
// formulas are those of https://github.com/open-spaced-repetition/fsrs4anki/wiki; the tests check the derivatives
// against finite differences.
import { longest, shortest } from './parameters.ts';
import type { TrainingCard } from './training-card.ts';
import { at } from './number-at.ts';

/** Minimum distance of a probability from 0 and 1, to keep logarithms finite. */
const margin = 1e-7;
const atNinety = Math.log(0.9);

/** Values that depend only on the parameters, computed once per batch. */
class Constants {
  readonly decay: number;
  readonly factor: number;
  /** Derivative of `factor` with respect to `decay`. */
  readonly factorByDecay: number;
  readonly gain: number;
  readonly floor: number;
  readonly easyDifficulty: number;

  constructor(readonly w: Float64Array) {
    this.decay = -at(w, 20);
    const power = Math.exp(atNinety / this.decay);
    this.factor = power - 1;
    this.factorByDecay = (-power * atNinety) / (this.decay * this.decay);
    this.gain = Math.exp(at(w, 8));
    this.floor = Math.exp(-at(w, 17) * at(w, 18));
    this.easyDifficulty = firstDifficulty(w, 4);
  }
}

function firstDifficulty(w: Float64Array, grade: number): number {
  return at(w, 4) - Math.exp(at(w, 5) * (grade - 1)) + 1;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * The memory before and after each answer of one card, with room for the longest card.
 * Typed arrays, reused: 10,000 answers in five rounds would otherwise allocate 500,000 objects.
 */
export class Walk {
  readonly #stability = new Float64Array(257);
  readonly #difficulty = new Float64Array(257);
  /** Before clamping. */
  readonly #rawStability = new Float64Array(257);
  readonly #rawDifficulty = new Float64Array(257);
  readonly #recall = new Float64Array(257);
  #constants: Constants;

  constructor(w: Float64Array) {
    this.#constants = new Constants(w);
  }

  /** Call when the parameters have changed. */
  refresh(): void {
    this.#constants = new Constants(this.#constants.w);
  }

  /** Probability of recall just before answer `index`, after a `forward`. */
  recall(index: number): number {
    return at(this.#recall, index);
  }

  forward({ grades, gaps }: TrainingCard): void {
    const { w } = this.#constants;
    grades.forEach((grade, index) => {
      if (index === 0) {
        this.#set(0, at(w, grade - 1), firstDifficulty(w, grade));
        return;
      }
      const s = at(this.#stability, index - 1);
      const d = at(this.#difficulty, index - 1);
      const gap = at(gaps, index);
      const r = (1 + (gap / s) * this.#constants.factor) ** this.#constants.decay;
      this.#recall[index] = r;
      this.#set(index, this.#nextStability(s, d, r, gap, grade), this.#nextDifficulty(d, grade));
    });
  }

  /**
   * Adds the derivatives of Σ weight × log loss over the answers a day or more apart, after a `forward`. Returns that
   * sum.
   */
  backward({ grades, gaps }: TrainingCard, weights: Float64Array, gradient: Float64Array): number {
    let loss = 0;
    let byS = 0;
    let byD = 0;
    for (let index = grades.length - 1; index > 0; index -= 1) {
      const grade = at(grades, index);
      const gap = at(gaps, index);
      const s = at(this.#stability, index - 1);
      const d = at(this.#difficulty, index - 1);
      const r = this.recall(index);
      const isFree = within(at(this.#rawStability, index), shortest, longest);
      const given: Given = { s, d, r, grade, out: at(this.#rawStability, index), byOut: isFree ? byS : 0 };
      let by: Partials;
      if (gap === 0) by = this.#bySameDay(given, gradient);
      else if (grade === 1) by = this.#byLapse(given, gradient);
      else by = this.#bySuccess(given, gradient);
      byS = by.s;
      byD = by.d + this.#byDifficulty(index, d, grade, byD, gradient);
      let byR = by.r;
      const weight = gap > 0 ? at(weights, index) : 0;
      if (weight !== 0) {
        const p = clamp(r, margin, 1 - margin);
        loss -= weight * Math.log(grade > 1 ? p : 1 - p);
        if (p === r) byR += grade > 1 ? -weight / p : weight / (1 - p);
      }
      if (byR !== 0) byS += this.#byCurve(s, gap, r, byR, gradient);
    }
    const grade = at(grades, 0);
    if (within(at(this.#rawStability, 0), shortest, longest)) add(gradient, grade - 1, byS);
    if (within(at(this.#rawDifficulty, 0), 1, 10)) this.#byFirstDifficulty(grade, byD, gradient);
    return loss;
  }

  #set(index: number, stability: number, difficulty: number): void {
    this.#rawStability[index] = stability;
    this.#rawDifficulty[index] = difficulty;
    this.#stability[index] = clamp(stability, shortest, longest);
    this.#difficulty[index] = clamp(difficulty, 1, 10);
  }

  #nextStability(s: number, d: number, r: number, gap: number, grade: number): number {
    const { w, gain, floor } = this.#constants;
    if (gap === 0) return s * this.#sameDay(s, grade);
    if (grade === 1) return Math.min(this.#afterLapse(s, d, r), s * floor);
    const increase = gain * (11 - d) * s ** -at(w, 9) * (Math.exp((1 - r) * at(w, 10)) - 1) * bonus(w, grade);
    return s * (1 + increase);
  }

  #sameDay(s: number, grade: number): number {
    const raw = this.#rawSameDay(s, grade);
    return grade > 1 ? Math.max(1, raw) : raw;
  }

  #rawSameDay(s: number, grade: number): number {
    const { w } = this.#constants;
    return Math.exp(at(w, 17) * (grade - 3 + at(w, 18))) * s ** -at(w, 19);
  }

  #afterLapse(s: number, d: number, r: number): number {
    const { w } = this.#constants;
    return at(w, 11) * d ** -at(w, 12) * ((s + 1) ** at(w, 13) - 1) * Math.exp((1 - r) * at(w, 14));
  }

  #nextDifficulty(d: number, grade: number): number {
    const { w, easyDifficulty } = this.#constants;
    const next = d - ((10 - d) * at(w, 6) * (grade - 3)) / 9;
    return at(w, 7) * (easyDifficulty - next) + next;
  }

  #bySuccess({ s, d, r, grade, out, byOut }: Given, gradient: Float64Array): Partials {
    const { w } = this.#constants;
    const increase = out / s - 1;
    const ease = Math.exp((1 - r) * at(w, 10));
    const byIncrease = byOut * s;
    // The increase without (ease − 1), for the terms that depend on recall.
    const rest = this.#constants.gain * (11 - d) * s ** -at(w, 9) * bonus(w, grade);
    add(gradient, 8, byIncrease * increase);
    add(gradient, 9, -byIncrease * increase * Math.log(s));
    add(gradient, 10, byIncrease * rest * (1 - r) * ease);
    const bonusAt = grade === 2 ? 15 : 16;
    if (grade !== 3) add(gradient, bonusAt, (byIncrease * increase) / Math.max(at(w, bonusAt), 1e-9));
    return {
      s: byOut * (1 + increase) - (byIncrease * increase * at(w, 9)) / s,
      d: (-byIncrease * increase) / (11 - d),
      r: -byIncrease * rest * at(w, 10) * ease,
    };
  }

  #byLapse({ s, d, r, byOut }: Given, gradient: Float64Array): Partials {
    const { w, floor } = this.#constants;
    const raw = this.#afterLapse(s, d, r);
    if (s * floor < raw) {
      add(gradient, 17, -byOut * s * floor * at(w, 18));
      add(gradient, 18, -byOut * s * floor * at(w, 17));
      return { s: byOut * floor, d: 0, r: 0 };
    }
    const power = (s + 1) ** at(w, 13);
    const byPower = byOut * at(w, 11) * d ** -at(w, 12) * Math.exp((1 - r) * at(w, 14));
    add(gradient, 11, (byOut * raw) / at(w, 11));
    add(gradient, 12, -byOut * raw * Math.log(d));
    add(gradient, 13, byPower * power * Math.log(s + 1));
    add(gradient, 14, byOut * raw * (1 - r));
    return {
      s: (byPower * at(w, 13) * power) / (s + 1),
      d: (-byOut * raw * at(w, 12)) / d,
      r: -byOut * raw * at(w, 14),
    };
  }

  #bySameDay({ s, grade, byOut }: Given, gradient: Float64Array): Partials {
    const { w } = this.#constants;
    const raw = this.#rawSameDay(s, grade);
    if (grade > 1 && raw < 1) return { s: byOut, d: 0, r: 0 };
    const byRaw = byOut * s * raw;
    add(gradient, 17, byRaw * (grade - 3 + at(w, 18)));
    add(gradient, 18, byRaw * at(w, 17));
    add(gradient, 19, -byRaw * Math.log(s));
    return { s: byOut * raw * (1 - at(w, 19)), d: 0, r: 0 };
  }

  /** Returns the derivative with respect to the previous difficulty. */
  #byDifficulty(index: number, d: number, grade: number, byOut: number, gradient: Float64Array): number {
    if (byOut === 0 || !within(at(this.#rawDifficulty, index), 1, 10)) return 0;
    const { w, easyDifficulty } = this.#constants;
    const [w6, w7] = [at(w, 6), at(w, 7)];
    const next = d - ((10 - d) * w6 * (grade - 3)) / 9;
    add(gradient, 7, byOut * (easyDifficulty - next));
    this.#byFirstDifficulty(4, byOut * w7, gradient);
    const byNext = byOut * (1 - w7);
    add(gradient, 6, (-byNext * (10 - d) * (grade - 3)) / 9);
    return byNext * (1 + (w6 * (grade - 3)) / 9);
  }

  #byFirstDifficulty(grade: number, byOut: number, gradient: Float64Array): void {
    add(gradient, 4, byOut);
    add(gradient, 5, -byOut * (grade - 1) * Math.exp(at(this.#constants.w, 5) * (grade - 1)));
  }

  /** Returns the derivative with respect to the previous stability. */
  #byCurve(s: number, gap: number, r: number, byR: number, gradient: Float64Array): number {
    const { decay, factor, factorByDecay } = this.#constants;
    const base = 1 + (gap / s) * factor;
    add(gradient, 20, -byR * r * (Math.log(base) + (decay / base) * (gap / s) * factorByDecay));
    return (-byR * r * decay * gap * factor) / (base * s * s);
  }
}

interface Given {
  readonly s: number;
  readonly d: number;
  readonly r: number;
  readonly grade: number;
  readonly out: number;
  /** Derivative of the loss with respect to the resulting stability. */
  readonly byOut: number;
}

interface Partials {
  readonly s: number;
  readonly d: number;
  readonly r: number;
}

function bonus(w: Float64Array, grade: number): number {
  return grade === 2 ? at(w, 15) : grade === 4 ? at(w, 16) : 1;
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function add(gradient: Float64Array, index: number, value: number): void {
  gradient[index] = at(gradient, index) + value;
}
