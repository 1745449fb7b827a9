import type { AnswerLetter, Deliver } from '@throughline/operations';
import { wordsIn } from '../portal/portal-words.ts';
import { deliverLetter, FOR_GOOD, type LetterMails } from './deliver-letter.ts';

export function makeDeliver(mails: LetterMails): Deliver<AnswerLetter> {
  const { keys, url } = mails;
  return (letter) => {
    const { workspace, contact, language, answers } = letter;
    const link = `${url}/unsubscribe?token=${keys.sign('leave', [workspace, contact, language], FOR_GOOD)}`;
    return deliverLetter(mails, letter, { words: wordsIn(language).leaveText, link, answers });
  };
}
