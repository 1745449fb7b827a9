import { IconButton, TextField } from '@throughline/ui';
import { ChevronDown, ChevronRight, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readThemeFacts, type ThemeFacts } from '../../data/theme-facts.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { Sparkline } from '../../fields/sparkline.tsx';

export interface ThemeItemProps {
  readonly theme: ReplicaRecord;
  readonly spaceKey: string;
}

const MOST_SHOWN = 50;

/** One theme: how large, how it grows, who stands behind it; opened, the words themselves. */
export function ThemeItem({ theme, spaceKey }: ThemeItemProps) {
  const { id, values } = theme;
  const { hub, rights, writer } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const facts = readThemeFacts(theme, hub.get);
  const label = readText(values['label']);
  const isHidden = values['isHidden'] === true;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={isHidden ? 'border-b py-3 opacity-70' : 'border-b py-3'}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-48">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="flex max-w-full items-center gap-1.5 rounded-sm text-left font-medium"
          >
            <Chevron size={15} className="shrink-0 text-muted" aria-hidden />
            <span className="wrap-break-word">{label}</span>
          </button>
        </h2>
        {rights.may('update', 'theme', values) && (
          <span className="flex md:order-last">
            <IconButton
              label={t(isHidden ? 'themes.show' : 'themes.hide', { theme: label })}
              icon={isHidden ? <Eye size={15} /> : <EyeOff size={15} />}
              onClick={() =>
                writer.write([{ entity: 'theme', verb: 'update', id, values: { isHidden: !isHidden } }], {
                  message: t(isHidden ? 'themes.shown' : 'themes.hidden', { theme: label }),
                })
              }
            />
          </span>
        )}
        <Figures facts={facts} />
      </div>
      {isOpen && <Opened theme={theme} facts={facts} spaceKey={spaceKey} />}
    </li>
  );
}

function Figures({ facts: { feedback, companies, revenue, weeks, growth } }: { readonly facts: ThemeFacts }) {
  const newest = weeks.at(-1) ?? 0;
  const grows = growth === null ? newest > 0 : growth >= 1.5 && newest > 1;
  const ratio = (growth ?? 0).toLocaleString(locale, { maximumFractionDigits: 1 });
  const amounts = [...revenue].map(([currency, amount]) => formatMoney(amount, currency, locale)).join(' + ');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted max-md:w-full">
      <span className="figures">{t('themes.size', { count: feedback.length })}</span>
      {companies > 0 && <span className="figures">{t('themes.companies', { count: companies })}</span>}
      {amounts !== '' && <span className="figures">{t('themes.revenue', { amount: amounts })}</span>}
      {grows && (
        <span className="font-medium text-ink">
          {growth === null ? t('themes.isNew') : t('themes.growth', { ratio })}
        </span>
      )}
      <Sparkline counts={weeks} label={t('themes.weeks', { counts: weeks.join(', ') })} />
    </div>
  );
}

interface OpenedProps extends ThemeItemProps {
  readonly facts: ThemeFacts;
}

function Opened({ theme: { id, values }, facts: { feedback }, spaceKey }: OpenedProps) {
  const { hub, rights } = useWorkspace();
  const label = readText(values['label']);
  return (
    <div className="mt-3 flex flex-col gap-3 pl-5">
      {rights.may('update', 'theme', values) && <NameField key={label} id={id} label={label} />}
      <ul aria-label={t('themes.open', { theme: label })} className="flex flex-col">
        {feedback.slice(0, MOST_SHOWN).map((each) => {
          const said = hub.get('feedback', each) ?? {};
          const key = readText(said['key']);
          return (
            <li key={each} className="flex gap-2 py-1 text-ui">
              <span className="figures shrink-0 text-muted">{key}</span>
              <AppLink
                href={`/s/${spaceKey}/feedback/${key}`}
                className="min-w-0 wrap-break-word hover:underline"
              >
                {readText(said['title'])}
              </AppLink>
            </li>
          );
        })}
      </ul>
      {feedback.length > MOST_SHOWN && (
        <p className="text-small text-muted">{t('themes.more', { count: feedback.length - MOST_SHOWN })}</p>
      )}
    </div>
  );
}

/** Kept by Enter, or when it is left. */
function NameField({ id, label }: { readonly id: string; readonly label: string }) {
  const { writer } = useWorkspace();
  const [text, setText] = useState(label);
  function keep() {
    const next = text.trim();
    if (next === '' || next === label) return setText(label);
    writer.write([{ entity: 'theme', verb: 'update', id, values: { label: next } }], {
      message: t('themes.renamed'),
    });
  }
  return (
    <div className="max-w-md">
      <TextField
        label={t('themes.name')}
        value={text}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </div>
  );
}
