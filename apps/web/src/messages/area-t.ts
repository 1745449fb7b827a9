import { areaMessages } from './en-areas.ts';
import { en } from './en.ts';
import { locale } from './t.ts';
import { makeTranslate } from './translate.ts';

export { locale } from './t.ts';

const all = { ...en, ...areaMessages };

export type MessageKey = keyof typeof all;

/** For screens that are loaded later: knows their texts, and those of the first load. */
export const t = makeTranslate(all, locale);
