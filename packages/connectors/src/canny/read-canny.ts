import { makeCsvExport, REQUEST_HINTS, REQUEST_STATES, VOTES } from '../csv-export.ts';

/** Posts of Canny; the columns go by the names of its API's fields, with spaces or without. */
export const cannyReader = makeCsvExport({
  format: 'canny',
  usualEntity: 'feedback',
  columns: {
    Id: ['id', 'postid'],
    Title: ['title', 'posttitle'],
    Details: ['details', 'postdetails'],
    Status: ['status', 'poststatus'],
    Author: ['author', 'authorname', 'postauthor'],
    'Author email': ['authoremail', 'postauthoremail'],
    Company: ['company', 'authorcompany', 'companyname'],
    [VOTES]: ['votes', 'votecount', 'upvotes', 'score'],
    Tags: ['tags', 'tag'],
    Board: ['board', 'boardname'],
    Category: ['category', 'categoryname'],
    Link: ['url', 'posturl', 'link'],
    Created: ['created', 'createdat', 'datecreated', 'postcreated'],
  },
  needs: ['Title', 'Details', 'Status', VOTES],
  hints: { ...REQUEST_HINTS, Board: 'new:select', Category: 'new:select' },
  options: REQUEST_STATES,
});
