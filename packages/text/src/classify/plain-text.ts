import { cutText } from '@throughline/base';
import { CODE, COMMENT, LINK, type ClassifiedText } from './read-features.ts';

const LONGEST = 3000;
const IMAGE_OR_TAG = /!\[[^\]]*\]\([^)]*\)|<[^>]*>/g;
const MARKUP = /[#*_`>|=~-]+/g;

/** What somebody said, for a model of meaning: the title before the body; no hidden comments, code, links or markup. */
export function readPlainText({ title = '', body }: ClassifiedText): string {
  const said = cutText(body, LONGEST)
    .replace(COMMENT, ' ')
    .replace(CODE, ' ')
    .replace(LINK, ' ')
    .replace(IMAGE_OR_TAG, ' ')
    .replace(MARKUP, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return title === '' ? said : `${title}. ${said}`;
}
