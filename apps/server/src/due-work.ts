/** What is due by the clock: rounds whose time is over, entries to publish, mails that go out. Several processes may look for it. */
import {
  closeDueRounds,
  publishDueEntries,
  runDueSurveys,
  sendAnswers,
  sendNotices,
  sendReplies,
  sendSurveys,
} from '@throughline/operations';
import { makeDeliverReply } from './connections/deliver-reply.ts';
import { pollConnections } from './connections/poll-connections.ts';
import { makeReportEach, makeReportOnce } from './live/report-once.ts';
import { makeDeliver } from './mail/deliver-answer.ts';
import { makeDeliverNotice } from './mail/deliver-notice.ts';
import { pollMailboxes, type FetchServices } from './mail/poll-mailboxes.ts';
import { makeDeliverSurvey } from './mail/deliver-survey.ts';
import type { Services } from './routes/services.ts';
import { makeThemeRound } from './text/theme-round.ts';

/** How often what is due is looked for. */
const DUE_MS = 15_000;

type DueServices = FetchServices & Pick<Services, 'mailer' | 'portalKeys' | 'origins' | 'url'>;

/** Resolves, when stopped, once nothing is under way. */
export function startDueWork(services: DueServices, onError: (error: unknown) => void): () => Promise<void> {
  const stops = actsOf(services, onError).map((act) => keepDoing(act, onError));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

type Act = () => Promise<unknown>;

function actsOf(services: DueServices, onError: (error: unknown) => void): Act[] {
  const { runtime, mailer, portalKeys, url } = services;
  const rounds = makeReportEach(onError);
  const close: Act = () => closeDueRounds(runtime, rounds.failed).finally(rounds.ended);
  const entries = makeReportEach(onError);
  const publish: Act = () => publishDueEntries(runtime, entries.failed).finally(entries.ended);
  const deliverReply = makeDeliverReply(services);
  const reply: Act = () => sendReplies(runtime, deliverReply);
  const poll: Act = () => pollConnections(services);
  const fetchMail: Act = () => pollMailboxes(services);
  const themes: Act = makeThemeRound(runtime);
  if (mailer === null) return [close, publish, reply, poll, fetchMail, themes];
  const mails = { mailer, keys: portalKeys, url };
  const deliver = makeDeliver(mails);
  const deliverNotice = makeDeliverNotice(mails);
  const surveys = makeReportEach(onError);
  return [
    close,
    publish,
    reply,
    poll,
    fetchMail,
    themes,
    () => sendAnswers(runtime, deliver),
    () => sendNotices(runtime, deliverNotice),
    () => runDueSurveys(runtime, surveys.failed).finally(surveys.ended),
    () => sendSurveys(runtime, makeDeliverSurvey(mails)),
  ];
}

/** One time after the other. */
function keepDoing(act: Act, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  const told = makeReportOnce(onError);
  const run = (): void => {
    running ??= act()
      .then(told.succeeded, told.failed)
      .finally(() => {
        running = null;
      });
  };
  run();
  const timer = setInterval(run, DUE_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
