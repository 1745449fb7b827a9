import { Button, useShortcuts } from '@throughline/ui';
import { Check, Lightbulb, Users, X } from 'lucide-react';
import { useRecord, useTitles } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import type { Offer } from './use-offers.ts';

export interface OfferListProps {
  readonly offers: readonly Offer[];
  readonly ideaHref: (key: string) => string;
  readonly onAccept: (offer: Offer) => void;
  readonly onRefuse: (offer: Offer) => void;
}

const MOST_WORDS = 4;

/** Where the feedback may belong, with what decided; the first is taken or refused by one key. */
export function OfferList({ offers, ideaHref, onAccept, onRefuse }: OfferListProps) {
  const [first] = offers;
  const group = t('inbox.shortcuts');
  useShortcuts(
    first === undefined
      ? []
      : [
          { keys: 'y', label: t('inbox.accept'), group, run: () => onAccept(first) },
          { keys: 'shift+y', label: t('inbox.refuse'), group, run: () => onRefuse(first) },
        ],
  );
  if (offers.length === 0) return null;
  return (
    <section aria-label={t('inbox.offers')} className="mt-8 border-t pt-4">
      <h3 className="mb-1 text-small font-medium text-muted">{t('inbox.offers')}</h3>
      <ul className="divide-y">
        {offers.map((offer, at) => (
          <OfferItem
            key={offer.offered}
            offer={offer}
            ideaHref={ideaHref}
            onAccept={() => onAccept(offer)}
            onRefuse={() => onRefuse(offer)}
            hasKeys={at === 0}
          />
        ))}
      </ul>
    </section>
  );
}

interface OfferItemProps extends Pick<OfferListProps, 'ideaHref'> {
  readonly offer: Offer;
  readonly onAccept: () => void;
  readonly onRefuse: () => void;
  /** Whether the keys are for this one. */
  readonly hasKeys: boolean;
}

function OfferItem({ offer, ideaHref, onAccept, onRefuse, hasKeys }: OfferItemProps) {
  const { kind, offered } = offer;
  const idea = useRecord('idea', kind === 'idea' ? offered : undefined);
  const title = useTitles().titleOf(offered) ?? '';
  const Icon = kind === 'idea' ? Lightbulb : Users;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-2.5">
      <Icon size={15} className="mt-0.5 shrink-0 text-accent-text" aria-hidden />
      <div className="min-w-0 flex-1 basis-60">
        {kind === 'idea' ? (
          <AppLink
            href={ideaHref(readText(idea?.['key']))}
            className="font-medium wrap-break-word hover:underline"
          >
            {title}
          </AppLink>
        ) : (
          <span className="font-medium wrap-break-word">{title}</span>
        )}
        <Because offer={offer} />
      </div>
      <span className="flex shrink-0 gap-1">
        <Button
          size="small"
          icon={<Check size={14} />}
          onClick={onAccept}
          aria-label={t(kind === 'idea' ? 'inbox.linkTo' : 'inbox.giveTo', { title })}
          {...(hasKeys && { shortcut: 'y' })}
        >
          {t(kind === 'idea' ? 'inbox.acceptIdea' : 'inbox.acceptTeam')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<X size={14} />}
          onClick={onRefuse}
          aria-label={t('inbox.notTo', { title })}
          {...(hasKeys && { shortcut: 'shift+y' })}
        >
          {t('inbox.notThis')}
        </Button>
      </span>
    </li>
  );
}

/** How sure it is, and why. */
function Because({ offer: { kind, confidence, words, like } }: { readonly offer: Offer }) {
  const title = useTitles().titleOf(like ?? '');
  const share = confidence.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const why = [
    t(kind === 'idea' ? 'inbox.alike' : 'inbox.likely', { share }),
    title === undefined ? undefined : t('inbox.likeLinked', { title }),
    words.length > 0 && t('inbox.shares', { words: words.slice(0, MOST_WORDS).join(', ') }),
  ];
  return <p className="mt-0.5 text-small text-muted">{why.filter(Boolean).join(' · ')}</p>;
}
