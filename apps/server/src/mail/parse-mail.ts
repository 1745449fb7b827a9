/** From the bytes of a mail to what was said in it, by whom, and in answer to what. */
import { createHash } from 'node:crypto';
import type { IncomingMail, MailFile } from '@throughline/operations';
import { LIMITS } from '@throughline/model';
import EmailReplyParser from 'email-reply-parser';
import { simpleParser, type ParsedMail, type StructuredHeader } from 'mailparser';

export type ParsedFile = Omit<MailFile, 'hash' | 'size'> & { readonly content: Buffer };

/** A mail whose sender was not checked, and whose files are kept nowhere yet. */
export type MailContent = Omit<IncomingMail, 'checks' | 'files'> & { readonly files: readonly ParsedFile[] };

/** More files than people attach. */
const MOST_FILES = 50;
const MOST_ANSWERS = 50;
/** Markup beyond that is read as nothing. */
const HTML_LENGTH = 2_000_000;

export async function parseMail(source: Buffer): Promise<MailContent> {
  const mail = await simpleParser(source, {
    skipImageLinks: true,
    skipTextToHtml: true,
    keepCidLinks: true,
    maxHtmlLengthToParse: HTML_LENGTH,
  });
  const { address = '', name = '' } = mail.from?.value[0] ?? {};
  const bounce = readBounce(mail);
  return {
    id: mail.messageId ?? `<${createHash('sha256').update(source).digest('hex')}@no.id>`,
    answers: readAnswers(mail),
    from: { address: clean(address), name: clean(name).slice(0, 300) },
    subject: clean(mail.subject ?? ''),
    text: readText(mail),
    isAutomatic: isAutomatic(mail),
    ...(bounce === undefined ? {} : { bounce }),
    files: mail.attachments
      .filter(({ related, size }) => related !== true && size > 0)
      .slice(0, MOST_FILES)
      .map(({ filename, contentType, content }) => ({
        name: clean(filename ?? '').slice(0, 300) || 'File',
        mediaType: clean(contentType).slice(0, 200),
        content,
      })),
  };
}

/** What was written anew; all of it where that would be nothing. */
function readText({ text = '' }: ParsedMail): string {
  const whole = clean(text).slice(0, LIMITS.bodyLength).trim();
  const said = new EmailReplyParser().read(whole).getVisibleText().trim();
  return cutHalf(said === '' ? whole : said);
}

/** No character of two units is cut in half. */
function cutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** NUL cannot be stored, and half a character is no text. */
function clean(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** The nearest first: the mail it answers, then the thread from its end. */
function readAnswers({ inReplyTo, references }: ParsedMail): readonly string[] {
  const thread = typeof references === 'string' ? [references] : (references ?? []);
  const nearest = inReplyTo === undefined ? [] : [inReplyTo];
  return [...new Set([...nearest, ...thread.toReversed()])].slice(0, MOST_ANSWERS);
}

/** RFC 3834, and what programs without it say of themselves. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const textOf = (name: string): string => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const submitted = textOf('auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(textOf('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list'].some((name) => headers.has(name))
  );
}

/** A delivery report: RFC 3464. */
function readBounce({ headers, attachments, text = '' }: ParsedMail): MailContent['bounce'] {
  const type = headers.get('content-type') as StructuredHeader | undefined;
  if (type?.value !== 'multipart/report' || type.params['report-type'] !== 'delivery-status')
    return undefined;
  const files = attachments.map(({ content }) => content.toString('utf8'));
  const parts = [text, ...files].map((part) => part.slice(0, 100_000));
  const find = (pattern: RegExp): string | undefined =>
    parts.map((part) => pattern.exec(part)?.[1]).find((found) => found !== undefined);
  const of = find(/^message-id:\s*(<[^>\s]+>)/im);
  if (of === undefined) return undefined;
  const why = find(/^diagnostic-code:\s*(?:[\w-]+;)?\s*(.+)$/im) ?? find(/^status:\s*(.+)$/im);
  return {
    of,
    why: clean(why ?? text)
      .trim()
      .slice(0, 500),
  };
}
