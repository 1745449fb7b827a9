/** A mail as it arrived, read but not judged. */
export type IncomingMail = {
  /** `<…>`, or a hash of the mail where it has none: the same for the same mail. */
  readonly id: string;
  /** Ids of the mails it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly from: { readonly address: string; readonly name: string };
  readonly subject: string;
  /** What was written anew: without quotes and signature. */
  readonly text: string;
  /** Written by a program: an answer during holidays, a mailing list, a notice. */
  readonly isAutomatic: boolean;
  /** Of a notice that a mail could not be delivered: which, and why. */
  readonly bounce?: { readonly of: string; readonly why: string };
  /** What the sender's domain says of it: shown, and never trusted. */
  readonly checks?: MailChecks;
  readonly files: readonly MailFile[];
};

/** Results as RFC 8601 names them: pass, fail, none, … */
export type MailChecks = { readonly spf: string; readonly dkim: string; readonly dmarc: string };

export type MailFile = {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Where its bytes lie in the blob store. */
  readonly hash: string;
};
