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
export {
  findSimilar,
  type AskedItem,
  type SimilarItem,
  type SimilarOptions,
  type SimilarReasons,
} from './similar/find-similar.ts';
export { searchTexts, type FoundItem, type SearchOptions } from './search/search-texts.ts';
