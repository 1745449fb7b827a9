import { FREEDOMS, type Freedom, type StandardPart } from '@throughline/model';
import { IconButton, Segmented } from '@throughline/ui';
import { X } from 'lucide-react';
import { t } from '../../messages/area-t.ts';

export interface PartsEditorProps {
  readonly parts: readonly StandardPart[];
  readonly isLocked: boolean;
  readonly onChange: (parts: readonly StandardPart[]) => void;
}

/** The parts of the draft, each with how far a space may go its own way. */
export function PartsEditor({ parts, isLocked, onChange }: PartsEditorProps) {
  const setFreedom = (id: string, freedom: Freedom) =>
    onChange(parts.map((part) => (part.id === id ? { ...part, freedom } : part)));
  return (
    <section aria-label={t('standard.parts')} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('standard.parts')}</h3>
      <p className="text-muted">{parts.length === 0 ? t('standard.noParts') : t('standard.partsText')}</p>
      {parts.length > 0 && (
        <ul className="divide-y border-y">
          {parts.map((part) => (
            <li key={part.id} className="flex flex-wrap items-center gap-2 py-2">
              <span className="min-w-40 flex-1 truncate" title={part.content.name}>
                <span className="font-medium">{part.content.name}</span>{' '}
                <span className="text-small text-muted">{t(`standard.kind.${part.kind}`)}</span>
              </span>
              {isLocked ? (
                <span className="text-small text-muted">{t(`standard.freedom.${part.freedom}`)}</span>
              ) : (
                <>
                  <Segmented
                    label={t('standard.freedomOf', { name: part.content.name })}
                    items={FREEDOMS.map((id) => ({ id, label: t(`standard.freedom.${id}`) }))}
                    value={part.freedom}
                    onChange={(freedom) => setFreedom(part.id, freedom)}
                  />
                  <IconButton
                    size="small"
                    label={t('standard.removePart', { name: part.content.name })}
                    icon={<X size={14} />}
                    onClick={() => onChange(parts.filter(({ id }) => id !== part.id))}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <ul className="text-small text-muted">
        {FREEDOMS.map((freedom) => (
          <li key={freedom}>
            <span className="font-medium">{t(`standard.freedom.${freedom}`)}</span>:{' '}
            {t(`standard.freedom.${freedom}.text`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
