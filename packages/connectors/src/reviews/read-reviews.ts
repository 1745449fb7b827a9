/**
 * Reviews of app stores. Whoever wrote one is known by a name of their choosing alone, so that it stays a text and
 * makes no contact.
 */
import { answerOf, makeCsvExport } from '../csv-export.ts';
import type { ColumnHint } from '@throughline/operations';

const HINTS: Readonly<Record<string, ColumnHint>> = {
  'Review id': 'externalId',
  Title: 'title',
  Review: { idea: 'description', feedback: 'body' },
  Rating: 'new:number',
  Reviewer: 'new:text',
  Territory: 'new:select',
  Language: 'new:select',
  App: 'new:select',
  Version: 'new:text',
  Device: 'new:text',
  Created: 'createdAt',
  Updated: 'updatedAt',
  Link: { idea: 'new:link', feedback: 'link' },
};

/** Customer reviews of App Store Connect, under the names that its API gives their attributes. */
export const appStoreReader = makeCsvExport({
  format: 'app-store',
  usualEntity: 'feedback',
  channel: 'review',
  columns: {
    'Review id': ['id', 'reviewid'],
    Rating: ['rating', 'starrating'],
    Title: ['title', 'reviewtitle'],
    Review: ['body', 'review', 'reviewbody'],
    Reviewer: ['reviewernickname', 'nickname'],
    Created: ['createddate', 'date', 'reviewdate'],
    Territory: ['territory', 'storefront', 'country'],
    App: ['appname', 'app'],
    Version: ['appversion', 'version', 'versionstring'],
    Response: ['responsebody', 'developerresponse', 'response'],
    'Response date': ['responselastmodifieddate', 'responsedate', 'lastmodifieddate'],
  },
  needs: ['Rating', 'Title', 'Review', 'Reviewer'],
  hints: HINTS,
  taken: ['Response', 'Response date'],
  commentsOf: (texts) => answerOf(texts, { body: 'Response', at: 'Response date' }),
});

/** The monthly report of Google Play, which is UTF-16. */
export const googlePlayReader = makeCsvExport({
  format: 'google-play',
  usualEntity: 'feedback',
  channel: 'review',
  columns: {
    App: ['packagename'],
    'Version code': ['appversioncode'],
    Version: ['appversionname'],
    Language: ['reviewerlanguage'],
    Device: ['device'],
    Created: ['reviewsubmitdateandtime'],
    'Submit millis': ['reviewsubmitmillissinceepoch'],
    Updated: ['reviewlastupdatedateandtime'],
    'Update millis': ['reviewlastupdatemillissinceepoch'],
    Rating: ['starrating'],
    Title: ['reviewtitle'],
    Review: ['reviewtext'],
    'Reply date': ['developerreplydateandtime'],
    'Reply millis': ['developerreplymillissinceepoch'],
    Reply: ['developerreplytext'],
    Link: ['reviewlink'],
  },
  needs: ['App', 'Rating', 'Review', 'Submit millis'],
  hints: HINTS,
  taken: ['Submit millis', 'Update millis', 'Reply date', 'Reply millis', 'Reply'],
  cellsOf: (texts) => ({ 'Review id': googleIdOf(texts) }),
  commentsOf: (texts) => answerOf(texts, { body: 'Reply', at: 'Reply date' }),
});

/** The report has no column for it: the link names the review, else its moment and device do. */
function googleIdOf(texts: ReadonlyMap<string, string>): string {
  const linked = /[?&#]reviewid=([\w:.-]+)/i.exec(texts.get('Link') ?? '')?.[1];
  const parts = ['App', 'Submit millis', 'Device'].map((column) => texts.get(column) ?? '');
  return linked ?? parts.join('/');
}
