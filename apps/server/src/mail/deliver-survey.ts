import type { Deliver, SurveyLetter } from '@throughline/operations';
import { wordsIn } from '../portal/portal-words.ts';
import { surveyWordsIn } from '../survey/survey-words.ts';
import { deliverLetter, FOR_GOOD, type LetterMails } from './deliver-letter.ts';

/** The question, and a link that is this contact's alone. */
export function makeDeliverSurvey(mails: LetterMails): Deliver<SurveyLetter> {
  const { keys, url } = mails;
  return (letter) => {
    const { id, workspace, contact, language, slug, text } = letter;
    const token = keys.sign('survey', [workspace, id], FOR_GOOD);
    const ask = `${text}\n\n${surveyWordsIn(language).answerHere}\n${url}/survey/${slug}?t=${token}`;
    const leaving = keys.sign('leave', [workspace, contact, language], FOR_GOOD);
    const link = `${url}/unsubscribe?token=${leaving}`;
    return deliverLetter(mails, { ...letter, text: ask }, { words: wordsIn(language).leaveText, link });
  };
}
