/** The portal's own words in the languages it is kept in. */
import type { Stage } from '@throughline/operations';
import { DE } from './words-de.ts';
import { EN } from './words-en.ts';
import { ES } from './words-es.ts';
import { FR } from './words-fr.ts';

export type PortalWords = {
  readonly language: string;
  readonly requests: string;
  readonly roadmap: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly search: string;
  readonly find: string;
  readonly newRequest: string;
  readonly top: string;
  readonly newest: string;
  readonly mine: string;
  readonly all: string;
  readonly nothingHere: string;
  readonly nothingFound: (search: string) => string;
  readonly vote: string;
  readonly voted: string;
  readonly votes: (count: number) => string;
  readonly comments: (count: number) => string;
  readonly waiting: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly whatDoYouWish: string;
  readonly titleHint: string;
  readonly tellMore: string;
  readonly tellMoreHint: string;
  readonly email: string;
  readonly emailHint: string;
  readonly send: string;
  readonly goOn: string;
  readonly isItOneOfThese: string;
  readonly thanks: string;
  readonly willBeRead: string;
  readonly comment: string;
  readonly addComment: string;
  readonly you: string;
  readonly customer: string;
  readonly signInWhy: string;
  readonly sendLink: string;
  readonly linkSent: (email: string) => string;
  readonly noMail: string;
  readonly enterAs: (email: string) => string;
  readonly enter: string;
  readonly linkOver: string;
  readonly tryAgain: string;
  readonly earlier: string;
  readonly later: string;
  readonly notFound: string;
  readonly back: string;
  readonly feed: string;
  readonly skip: string;
  readonly mustSignIn: string;
  readonly slowDown: string;
  /** At the end of mails, before the link. */
  readonly leaveText: string;
  readonly leaveTitle: string;
  readonly leave: string;
  readonly left: string;
  readonly problem: Readonly<Record<string, string>>;
  readonly mailSubject: (portal: string) => string;
  readonly mailText: (portal: string, link: string) => string;
};

const WORDS: Readonly<Record<string, PortalWords>> = { en: EN, de: DE, fr: FR, es: ES };

export function wordsIn(language: unknown): PortalWords {
  return WORDS[typeof language === 'string' ? language : 'en'] ?? EN;
}
