/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { OptionBadge, Popover, Button, Skeleton, useShortcuts } from '@throughline/ui';
import { Lightbulb } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useFields, useRelated } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { EvidenceList, isVoice } from './evidence-list.tsx';
import { FeedbackFacts } from './feedback-facts.tsx';
import type { Words } from '../../data/feedback-words.ts';
import { LinkPanel } from './link-panel.tsx';
import { OfferList } from './offer-list.tsx';
import { nextSentence, type Passage } from './passages.ts';
import { PublicityBar } from './publicity-bar.tsx';
import { ReadingLine } from './reading-line.tsx';
import { useMinute } from './snooze.ts';
import { SimilarList } from './similar-list.tsx';
import { TriageBar, type OpenPanel } from './triage-bar.tsx';
import { useOffers, type Offer } from './use-offers.ts';
import type { NewInsight, Triage } from './use-triage.ts';
import { VoiceClock } from './voice-clock.tsx';
import { WordsText } from './words-text.tsx';

export interface ReadingPaneProps {
  readonly feedback: ReplicaRecord;
  readonly words: Words;
  readonly triage: Triage;
  readonly ideaHref: (key: string) => string;
  /** Goes on to the next piece. */
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly discussion: ReactNode;
}

/** One piece of feedback, opened: its words, who said them, what they are evidence for. */
export function ReadingPane(props: ReadingPaneProps) {
  const { feedback, words, triage, ideaHref, onNext, onBack, discussion } = props;
  const { id, values } = feedback;
  const insights = useRelated('insight', 'feedback', id);
  const [chosen, setChosen] = useState<Passage>();
  const [open, setOpen] = useState<OpenPanel>();
  const box = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const text = words.state === 'here' && words.text !== '' ? words.text : readText(values['title']);
  const quote = chosen && { ...chosen, text: text.slice(chosen.start, chosen.end) };
  const space = readText(values['space']);
  const state = readText(values['state']);
  const isHandled = state === 'dismissed' || state === 'linked';
  const mayUpdate = triage.mayUpdate(id);
  const minute = useMinute();
  const mayLink = triage.mayLink(space);
  const offers = useOffers(feedback);

  function link(insight: NewInsight, stays: boolean) {
    setOpen(undefined);
    setChosen(undefined);
    document.getSelection()?.removeAllRanges();
    // Before the write: what is next is known only while this piece is in the list.
    if (!stays) onNext();
    triage.link(insight, offers);
  }
  function dismiss() {
    if (isHandled) triage.reopen(id);
    else {
      onNext();
      triage.dismiss(id, offers);
    }
  }
  function accept(offer: Offer) {
    if (offer.kind === 'team') triage.acceptTeam(offer);
    else link({ feedback: id, idea: offer.offered, quote, impact: null }, false);
  }
  usePaneShortcuts({
    focus: () => scroller.current?.focus(),
    link: () => mayLink && setOpen('link'),
    assign: () => mayUpdate && setOpen('owner'),
    team: () => mayUpdate && setOpen('team'),
    snooze: () => mayUpdate && !isHandled && setOpen('snooze'),
    dismiss: () => mayUpdate && dismiss(),
    choose: (extends_) => {
      const next = nextSentence(text, chosen, locale);
      setChosen(
        next && extends_ && chosen ? { start: Math.min(chosen.start, next.start), end: next.end } : next,
      );
    },
    letGo: () => setChosen(undefined),
    hasChosen: () => chosen !== undefined,
    rate: (impact) => {
      const last = insights.findLast((insight) => !isVoice(insight));
      if (last) triage.rate(last.id, last.values['impact'] === impact ? null : impact);
    },
  });
  const panel = (
    <LinkPanel feedback={id} space={space} quote={quote} onLink={link} onClose={() => setOpen(undefined)} />
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <TriageBar
        isHandled={isHandled}
        mayUpdate={mayUpdate}
        mayLink={mayLink}
        open={open}
        onOpen={setOpen}
        onDismiss={dismiss}
        onReopen={dismiss}
        onAssign={(person) => {
          triage.assign(id, person);
          setOpen(undefined);
        }}
        onTeam={(team) => {
          triage.giveTeam(id, team);
          setOpen(undefined);
        }}
        isSnoozed={readText(values['snoozedUntil']) > minute}
        onSnooze={(until) => {
          setOpen(undefined);
          if (until !== null) onNext();
          triage.snooze(id, until);
        }}
        linkPanel={chosen === undefined ? panel : undefined}
        onBack={onBack}
      />
      <PublicityBar id={id} values={values} triage={triage} />
      <section
        ref={scroller}
        tabIndex={0}
        aria-label={t('inbox.reading')}
        className="min-h-0 flex-1 overflow-y-auto px-8 py-6 outline-none max-md:px-4 max-md:pb-24"
      >
        <article className="mx-auto max-w-2xl">
          <PaneHeader feedback={feedback} />
          <FeedbackFacts values={values} />
          <ReadingLine feedback={id} />
          <div className="relative mt-6">
            {words.state === 'loading' ? (
              <WordsSkeleton />
            ) : (
              <WordsText
                text={text}
                insights={insights}
                chosen={chosen}
                onChoose={setChosen}
                ideaHref={ideaHref}
                box={box}
              />
            )}
            {words.state === 'unreachable' && (
              <p className="mt-2 text-small text-muted">{t('inbox.wordsUnreachable')}</p>
            )}
            {chosen !== undefined && mayLink && (
              <LinkHere
                box={box}
                chosen={chosen}
                isOpen={open === 'link'}
                onOpen={(isOpen) => setOpen(isOpen ? 'link' : undefined)}
              >
                {panel}
              </LinkHere>
            )}
          </div>
          <OfferList offers={offers} ideaHref={ideaHref} onAccept={accept} onRefuse={triage.refuse} />
          <EvidenceList insights={insights} triage={triage} ideaHref={ideaHref} />
          <SimilarList
            feedback={id}
            onLink={
              mayLink && insights.length === 0
                ? (idea) => link({ feedback: id, idea, quote, impact: null }, false)
                : undefined
            }
            onLeave={onNext}
          />
          <div className="mt-8">{discussion}</div>
        </article>
      </section>
    </div>
  );
}

function PaneHeader({ feedback }: { readonly feedback: ReplicaRecord }) {
  const { values } = feedback;
  const state = useFields('feedback')
    .find((field) => field.key === 'state')
    ?.config.options?.find((option) => option.key === values['state']);
  const space = useSession().spaces.find(({ id }) => id === values['space']);
  const key = readText(values['key']);
  return (
    <header className="mb-4">
      <div className="mb-1 flex items-center gap-2">
        {space === undefined || key === '' ? (
          <span className="figures text-small text-muted">{key}</span>
        ) : (
          <AppLink
            href={`/s/${space.key}/feedback/${key}`}
            className="figures rounded-sm text-small text-muted hover:text-ink hover:underline"
            data-tip={t('inbox.openRecord')}
          >
            {key}
          </AppLink>
        )}
        {state && <OptionBadge name={state.name} color={state.color} emoji={state.emoji} />}
        <VoiceClock feedback={feedback} />
      </div>
      <h2 className="text-title font-semibold text-pretty wrap-break-word">{readText(values['title'])}</h2>
    </header>
  );
}

function WordsSkeleton() {
  return (
    <div className="flex flex-col gap-2.5 py-1">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}

interface LinkHereProps {
  readonly box: RefObject<HTMLElement | null>;
  readonly chosen: Passage;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

/** The button below the chosen passage, and the panel below the button. */
function LinkHere({ box, chosen, isOpen, onOpen, children }: LinkHereProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const mark = [...(box.current?.querySelectorAll<HTMLElement>('mark[data-chosen]') ?? [])].at(-1);
    const line = [...(mark?.getClientRects() ?? [])].at(-1);
    const origin = box.current?.getBoundingClientRect();
    if (!line || !origin || !anchor.current) return;
    anchor.current.style.left = `${Math.max(0, Math.min(line.left, origin.right - 140) - origin.left)}px`;
    anchor.current.style.top = `${line.bottom - origin.top + 4}px`;
  }, [box, chosen]);
  return (
    <span ref={anchor} className="absolute z-10">
      <Popover
        label={t('inbox.link')}
        open={isOpen}
        onOpenChange={onOpen}
        trigger={
          <Button
            variant="primary"
            size="small"
            icon={<Lightbulb size={13} />}
            shortcut="l"
            className="shadow-popup"
          >
            {t('inbox.link')}
          </Button>
        }
      >
        <div className="-m-3 w-[min(30rem,calc(100vw-1.5rem))]">{children}</div>
      </Popover>
    </span>
  );
}

interface PaneKeys {
  readonly focus: () => void;
  readonly link: () => void;
  readonly assign: () => void;
  readonly team: () => void;
  readonly snooze: () => void;
  readonly dismiss: () => void;
  readonly choose: (isExtending: boolean) => void;
  readonly letGo: () => void;
  readonly hasChosen: () => boolean;
  readonly rate: (impact: number) => void;
}

function usePaneShortcuts(keys: PaneKeys): void {
  const group = t('inbox.shortcuts');
  useShortcuts([
    { keys: 'l', label: t('inbox.link'), group, run: keys.link },
    { keys: 'a', label: t('inbox.assign'), group, run: keys.assign },
    { keys: 't', label: t('inbox.giveTeam'), group, run: keys.team },
    { keys: 'z', label: t('inbox.snooze'), group, run: keys.snooze },
    { keys: 'd', label: t('inbox.dismiss'), group, run: keys.dismiss },
    { keys: 's', label: t('inbox.chooseSentence'), group, run: () => keys.choose(false) },
    { keys: 'shift+s', label: t('inbox.chooseMore'), group, run: () => keys.choose(true) },
    { keys: 'esc', label: t('inbox.letGo'), group, run: keys.letGo, isMeant: keys.hasChosen },
    ...[1, 2, 3, 4, 5].map((impact) => ({
      keys: String(impact),
      label: t('inbox.rateLast', { impact }),
      group,
      run: () => keys.rate(impact),
    })),
  ]);
}
