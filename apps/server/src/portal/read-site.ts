/** What the widget sends along of the page it is on. */
import { Readable } from 'node:stream';
import { Refusal } from '@throughline/contract';
import type { FromSite } from '@throughline/operations';
import type { Services } from '../routes/services.ts';
import type { Given } from './read-form.ts';

/** In bytes. */
const MOST_PICTURE = 2_000_000;
const MOST_TITLE = 300;

export async function readSite(blobs: Services['blobs'], given: Given): Promise<FromSite> {
  const page = readPage(given);
  const bytes = readPicture(given['picture']);
  if (bytes === undefined) return page === undefined ? {} : { page };
  const stored = await blobs.write(Readable.from([bytes]));
  const picture = { name: 'screen.jpg', mediaType: 'image/jpeg', ...stored };
  return { ...(page === undefined ? {} : { page }), picture };
}

/** Without query, fragment and password: there stand what people search for and what lets them in. */
function readPage({ address = '', pageTitle = '' }: Given): FromSite['page'] {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const title = pageTitle
    .trim()
    .slice(0, MOST_TITLE)
    .replace(/[\ud800-\udbff]$/, '');
  return { url: `${origin}${pathname}`.slice(0, 2000), ...(title === '' ? {} : { title }) };
}

/** JPEG in base64: the widget draws anew whatever was chosen, so that nothing else of a file comes along. */
function readPicture(given: string | undefined): Buffer | undefined {
  if (given === undefined || given === '') return undefined;
  const bytes = Buffer.from(given, 'base64');
  if (bytes.byteLength <= MOST_PICTURE && bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return bytes;
  throw new Refusal('invalid_value', {
    message: `A picture is a JPEG of at most ${MOST_PICTURE} bytes.`,
    details: { field: 'picture', code: 'not_a_picture' },
  });
}
