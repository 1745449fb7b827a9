import type { Deliver, NoticeLetter } from '@throughline/operations';
import { changelogWordsIn } from '../portal/changelog-words.ts';
import { deliverLetter, FOR_GOOD, type LetterMails } from './deliver-letter.ts';

export function makeDeliverNotice(mails: LetterMails): Deliver<NoticeLetter> {
  const { keys, url } = mails;
  return (letter) => {
    const { workspace, subscription, language, path, text } = letter;
    const words = changelogWordsIn(language);
    const token = keys.sign('unfollow', [workspace, subscription, language], FOR_GOOD);
    const whole = { ...letter, text: `${text}\n\n${words.readThere} ${url}${path}` };
    const link = `${url}/changelog-mails?token=${token}`;
    return deliverLetter(mails, whole, { words: words.unfollowText, link });
  };
}
