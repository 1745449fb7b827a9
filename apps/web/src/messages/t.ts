import { en } from './en.ts';
import { makeTranslate } from './translate.ts';

/** Text is English; numbers and dates follow the person's browser. */
export const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

export const t = makeTranslate(en, locale);

export type MessageKey = keyof typeof en;
