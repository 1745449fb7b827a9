import type { Runtime } from '@throughline/operations';
import type { Authenticate } from '../auth/authenticate.ts';
import type { Auth } from '../auth/make-auth.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { ImportJobs } from '../imports/import-jobs.ts';
import type { LocalAccess } from '../local/local-access.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { ConnectionServices } from '../connections/open-access.ts';
import type { PortalKeys } from '../portal/portal-keys.ts';
import type { LogFeed } from '../live/log-feed.ts';
import type { FeedbackTexts } from '../text/feedback-texts.ts';
import type { IdeaTexts } from '../text/idea-texts.ts';
import type { TeamTexts } from '../text/team-texts.ts';
import type { SortKeeper } from '../sort-keeper.ts';

/** What routes work with. */
export type Services = ConnectionServices & {
  readonly runtime: Runtime;
  readonly auth: Auth;
  readonly authenticate: Authenticate;
  readonly feed: LogFeed;
  readonly imports: ImportJobs;
  readonly local: LocalAccess;
  readonly sorting: SortKeeper;
  /** How browsers reach the server. */
  readonly url: string;
  readonly blobs: BlobStore;
  /** Null where no mail can be sent. */
  readonly mailer: Mailer | null;
  /** Mail servers within one's own network that may be asked. */
  readonly insideHosts: ReadonlySet<string>;
  readonly portalKeys: PortalKeys;
  readonly texts: FeedbackTexts;
  readonly ideaTexts: IdeaTexts;
  readonly teamTexts: TeamTexts;
  /** Directory of the built web app; null serves the API alone. */
  readonly webDirectory: string | null;
};
