/** What triage does to feedback. Each act is one undo. */
import type { Write } from '@throughline/client';
import { useMemo } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { formatMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import type { Passage } from './passages.ts';
import { verdictOn, verdictsOn, type Offer } from './use-offers.ts';

export interface NewInsight {
  readonly feedback: string;
  /** An idea's id, or the title of one to make in a space. */
  readonly idea: string | { readonly title: string; readonly space: string };
  readonly quote?: (Passage & { readonly text: string }) | undefined;
  readonly impact: number | null;
}

export interface Triage {
  /** Handling feedback says what the offers for it were worth. */
  readonly dismiss: (id: string, offers?: readonly Offer[]) => void;
  readonly reopen: (id: string) => void;
  readonly assign: (id: string, person: string | null) => void;
  readonly snooze: (id: string, until: string | null) => void;
  readonly giveTeam: (id: string, team: string | null) => void;
  readonly link: (insight: NewInsight, offers?: readonly Offer[]) => string;
  readonly acceptTeam: (offer: Offer) => void;
  readonly refuse: (offer: Offer) => void;
  readonly rate: (insight: string, impact: number | null) => void;
  readonly unlink: (insight: string) => void;
  readonly setPublicity: (id: string, publicity: 'public' | 'refused') => void;
  readonly mayUpdate: (id: string) => boolean;
  readonly mayLink: (space: string) => boolean;
}

export function useTriage(): Triage {
  const data = useWorkspace();
  return useMemo(() => makeTriage(data), [data]);
}

function makeTriage(data: WorkspaceData): Triage {
  const { writer, titles, rights, hub } = data;
  const titleOf = (id: string): string => titles.titleOf(id) ?? '';
  const update = (id: string, values: Write['values'], message: string): void => {
    writer.write([{ entity: 'feedback', verb: 'update', id, values }], { message });
  };
  /** Whoever takes on what was new has begun with it. */
  function inWork(id: string): Write['values'] {
    return readText(hub.get('feedback', id)?.['state']) === 'new' ? { state: 'open' } : {};
  }
  return {
    dismiss: (id, offers = []) =>
      void writer.write(
        [
          { entity: 'feedback', verb: 'update', id, values: { state: 'dismissed' } },
          ...verdictsOn(data, offers),
        ],
        { message: t('inbox.dismissed', { title: titleOf(id) }) },
      ),
    reopen: (id) => update(id, { state: 'new' }, t('inbox.reopened', { title: titleOf(id) })),
    assign: (id, person) =>
      update(
        id,
        { owner: person, ...(person !== null && inWork(id)) },
        person === null ? t('inbox.unassigned') : t('inbox.assigned', { name: titleOf(person) }),
      ),
    giveTeam: (id, team) =>
      update(
        id,
        { team },
        team === null ? t('inbox.teamTaken') : t('inbox.teamGiven', { name: titleOf(team) }),
      ),
    link: (insight, offers = []) => {
      const { id, writes, title } = writesOf(data, insight);
      const idea = typeof insight.idea === 'string' ? insight.idea : undefined;
      writer.write([...writes, ...verdictsOn(data, offers, idea)], { message: t('inbox.linked', { title }) });
      return id;
    },
    acceptTeam: (offer) => {
      const { feedback: id, offered: team } = offer;
      writer.write(
        [{ entity: 'feedback', verb: 'update', id, values: { team } }, verdictOn(data, offer, 'accepted')],
        { message: t('inbox.teamGiven', { name: titleOf(team) }) },
      );
    },
    refuse: (offer) =>
      void writer.write([verdictOn(data, offer, 'refused')], {
        message: t('inbox.refused', { title: titleOf(offer.offered) }),
      }),
    snooze: (id, until) =>
      update(
        id,
        { snoozedUntil: until },
        until === null
          ? t('inbox.woken')
          : t('inbox.snoozedUntil', { when: formatMoment(new Date(until), locale).long }),
      ),
    rate: (insight, impact) =>
      void writer.write([{ entity: 'insight', verb: 'update', id: insight, values: { impact } }]),
    unlink: (insight) => {
      const title = titleOf(readText(hub.get('insight', insight)?.['idea']));
      writer.write([{ entity: 'insight', verb: 'delete', id: insight, values: {} }], {
        message: t('inbox.unlinked', { title }),
      });
    },
    setPublicity: (id, publicity) =>
      update(id, { publicity }, publicity === 'public' ? t('moderation.approved') : t('moderation.refused')),
    mayUpdate: (id) => rights.may('update', 'feedback', hub.get('feedback', id) ?? {}),
    mayLink: (space) => rights.may('create', 'insight', { space }),
  };
}

/** The insight, and the idea where it is a new one, as one act. */
function writesOf(
  data: WorkspaceData,
  { feedback, idea, quote, impact }: NewInsight,
): { readonly id: string; readonly writes: readonly Write[]; readonly title: string } {
  const { hub, replica, titles } = data;
  const said = hub.get('feedback', feedback) ?? {};
  const isNew = typeof idea !== 'string';
  const ideaId = isNew ? replica.newId('idea') : idea;
  const id = replica.newId('insight');
  const me = replica.session().person.id;
  const space = isNew ? idea.space : readText(hub.get('idea', idea)?.['space']);
  const values = {
    idea: ideaId,
    feedback,
    space,
    excerpt: (quote?.text ?? readText(said['title'])).slice(0, 300),
    createdBy: me,
    ...(quote && { quote: quote.text, quoteStart: quote.start, quoteEnd: quote.end }),
    ...(impact !== null && { impact }),
    ...pick(said, ['contact', 'company']),
  };
  const create: readonly Write[] = isNew
    ? [
        {
          entity: 'idea',
          verb: 'create',
          id: ideaId,
          values: withAuthor(data, { status: firstStatus(data, space), title: idea.title, space }),
        },
      ]
    : [];
  return {
    id,
    title: isNew ? idea.title : (titles.titleOf(idea) ?? ''),
    writes: [...create, { entity: 'insight', verb: 'create', id, values }],
  };
}

function firstStatus({ fields }: WorkspaceData, space: string): string | null {
  return fields('idea', space).find(({ id }) => id === 'status')?.config.options?.[0]?.key ?? null;
}

function pick(values: Write['values'], names: readonly string[]): Write['values'] {
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
}
