export {
  classify,
  trainClassifier,
  trainInSteps,
  type Classifier,
  type ClassifierOptions,
  type LabelledText,
  type Prediction,
} from './classify/classifier.ts';
export {
  examineHistory,
  fitThreshold,
  type Assignment,
  type History,
  type HistoryOptions,
} from './classify/examine-history.ts';
export { measureLabels, type LabelMeasures, type LabelPair } from './classify/measure-labels.ts';
export { groupNearCopies } from './classify/near-copies.ts';
export { readPlainText } from './classify/plain-text.ts';
export type { ClassifiedText } from './classify/read-features.ts';
export {
  addItem,
  countItems,
  hasItem,
  makeLexicalIndex,
  removeItem,
  type ItemText,
  type LexicalIndex,
  type TextItem,
} from './lexical/lexical-index.ts';
export { addItemsInSteps, compactInSteps, shareRemoved } from './lexical/index-in-steps.ts';
export {
  averagePrecision,
  firstRelevant,
  measureHits,
  precisionAt,
  type HitMeasures,
} from './measures/ranking.ts';
export { searchTexts, type FoundItem, type SearchOptions } from './search/search-texts.ts';
export {
  findSimilar,
  type AskedItem,
  type SimilarItem,
  type SimilarOptions,
  type SimilarReasons,
} from './similar/find-similar.ts';
export { findSharedPhrases, type SharedPhraseOptions } from './similar/shared-phrases.ts';
export {
  fitSuggestions,
  measureStandOut,
  suggestSimilar,
  type SuggestOptions,
} from './similar/suggest-similar.ts';
export { analyseWord, type AnalysedWord } from './words/analyse-word.ts';
export { loadLanguageDetector, type DetectLanguage } from './words/language.ts';
export { splitWords } from './words/split-words.ts';
export { isStemmedLanguage, loadStem, stemWord, type Stem, type StemmedLanguage } from './words/stemmer.ts';
export { isStopWord } from './words/stop-words.ts';
export {
  NEED_STRENGTHS,
  readNeedStrength,
  type NeedStrength,
  type ReadNeed,
} from './sentiment/need-strength.ts';
export { readKind, readSentiment, type Kind, type Sentiment } from './sentiment/sentiment.ts';
export { mutualInformation } from './measures/mutual-information.ts';
export {
  findThemes,
  findThemesInSteps,
  type Theme,
  type ThemeOptions,
  type ThemeText,
} from './themes/find-themes.ts';
export { matchThemes, type KnownTheme } from './themes/match-themes.ts';
export { measureGrowth, type GrowthOptions, type ThemeGrowth } from './themes/theme-growth.ts';
