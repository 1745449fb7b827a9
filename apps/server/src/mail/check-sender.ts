/** Whether the domain that a mail names as its own says so too: SPF, DKIM and DMARC. Nobody is let in by it. */
import type { MailChecks } from '@throughline/operations';
import { authenticate } from 'mailauth';

export type Envelope = {
  /** Of the sending server. */
  readonly ip: string;
  readonly helo: string;
  /** MAIL FROM. */
  readonly sender: string;
};

/** Asks the domain's name servers; what does not answer in time says nothing. */
const PATIENCE_MS = 5000;

export async function checkSender(
  source: Buffer,
  { ip, helo, sender }: Envelope,
): Promise<MailChecks | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const checks = authenticate(source, { ip, helo, sender, disableArc: true, disableBimi: true }).then(
    ({ spf, dkim, dmarc }): MailChecks => ({
      spf: spf === false ? 'none' : spf.status.result,
      dkim:
        dkim.results.find(({ status }) => status.result === 'pass')?.status.result ??
        dkim.results[0]?.status.result ??
        'none',
      dmarc: dmarc === false ? 'none' : dmarc.status.result,
    }),
    // Names that cannot be asked are no reason to refuse a customer's mail.
    () => undefined,
  );
  return Promise.race([checks, late]).finally(() => clearTimeout(timer));
}
