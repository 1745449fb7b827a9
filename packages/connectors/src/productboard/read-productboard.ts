import { makeCsvExport, REQUEST_HINTS } from '../csv-export.ts';

/** Notes of Productboard; features and what they are linked to are exports of their own there. */
export const productboardReader = makeCsvExport({
  format: 'productboard',
  usualEntity: 'feedback',
  columns: {
    Id: ['noteid', 'id', 'noteuuid'],
    Title: ['notetitle', 'title'],
    Details: ['notetext', 'notecontent', 'content', 'text'],
    Status: ['state', 'notestate', 'status'],
    Author: ['username', 'customername', 'user'],
    'Author email': ['useremail', 'customeremail'],
    Company: ['company', 'companyname'],
    Channel: ['source', 'sourceorigin', 'notesource'],
    Tags: ['tags', 'notetags'],
    Link: ['displayurl', 'sourceurl', 'url', 'noteurl'],
    Owner: ['owner', 'owneremail', 'ownername'],
    Created: ['createdat', 'created', 'notecreatedat'],
    Updated: ['updatedat', 'updated'],
  },
  needs: ['Title', 'Details', 'Author email', 'Channel'],
  hints: {
    ...REQUEST_HINTS,
    Owner: 'owner',
    Channel: { idea: 'new:select', feedback: 'channel' },
  },
  options: {
    Status: { unprocessed: 'new', archived: 'dismissed' },
    Channel: { intercom: 'support', zendesk: 'support', slack: 'chat', salesforce: 'sales', gmail: 'email' },
  },
});
