/** What the ids of mails are called among the identities of records. */
export const MAIL = 'email';
