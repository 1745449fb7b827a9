import { answerOf, makeCsvExport, REQUEST_HINTS, REQUEST_STATES, VOTES } from '../csv-export.ts';

/** The export of a Fider site. A post that was merged names the one it went into. */
export const fiderReader = makeCsvExport({
  format: 'fider',
  usualEntity: 'feedback',
  columns: {
    Id: ['number'],
    Title: ['title'],
    Details: ['description'],
    Created: ['createdat'],
    Author: ['createdby'],
    [VOTES]: ['votescount'],
    'Comments (as imported)': ['commentscount'],
    Status: ['status'],
    'Responded by': ['respondedby'],
    'Responded at': ['respondedat'],
    Response: ['response'],
    'Original number': ['originalnumber'],
    'Original title': ['originaltitle'],
    Tags: ['tags'],
  },
  needs: ['Id', 'Title', VOTES, 'Responded by', 'Original number'],
  hints: { ...REQUEST_HINTS, 'Comments (as imported)': 'new:number', 'Original title': 'new:text' },
  options: REQUEST_STATES,
  taken: ['Response', 'Responded by', 'Responded at', 'Original number'],
  commentsOf: (texts) => answerOf(texts, { body: 'Response', author: 'Responded by', at: 'Responded at' }),
  relationsOf: (texts) => {
    const other = texts.get('Original number');
    return other === undefined
      ? []
      : [{ type: 'duplicates', other: other.trim(), direction: 'out', word: 'original_number' }];
  },
});
