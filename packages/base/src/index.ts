export { AssertionError, assert, must, unreachable } from './assert.ts';
export { encodeBase32, idPrefix, isId, makeId, makeUuid7, type IdSource } from './id.ts';
export { canonicalJson, isEqualJson, textOf, type Json, type JsonObject } from './json.ts';
export { ownValue } from './own-value.ts';
export { makeRankBetween } from './rank.ts';
export { fail, ok, type Result } from './result.ts';
export { compareCodePoints, cutText, foldText, makeSortKey } from './text-order.ts';
