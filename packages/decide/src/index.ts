export { fitStrengths, sureAbove, varianceOf, type Comparison, type Strengths } from './bradley-terry.ts';
export type { GuessEffect } from './first-order-effect.ts';
export { makeGuess, type Guess, type GuessParts, type GuessSetting } from './guess.ts';
export { makeMeasures, type Measures } from './measures.ts';
export { choosePair, type Pair } from './next-pair.ts';
export { orderByStrength, type PlacedItem, type PlacedOrder } from './order-certainty.ts';
export { makeRandom, type Random } from './random.ts';
export {
  inputsOfFormula,
  makeStability,
  type RecordStability,
  type Stability,
  type StabilityProblem,
} from './rank-stability.ts';
export {
  findScale,
  measureScores,
  orderByDisagreement,
  proposeScore,
  type ScoreMeasures,
  type ScoreScale,
  type ScoreSteps,
} from './score-agreement.ts';
export { spreadOf, type ScoreSpread } from './score-spread.ts';
export { attribute, MOST_CHANGES, MOST_EXACT, type Attribution, type ScoreAfter } from './shapley.ts';
export { parseStabilitySettings, USUAL_SPREAD, type StabilitySettings } from './stability-settings.ts';
export { makeTriangle, type Triangle } from './triangular.ts';
