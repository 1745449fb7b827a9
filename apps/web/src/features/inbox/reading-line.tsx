import type { JsonObject } from '@throughline/base';
import { useAnswer } from '../../answers/use-answer.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';

const parts = {
  sentiment: ['positive', 'neutral', 'negative'],
  kind: ['defect', 'request'],
  need: ['nice', 'useful', 'important', 'critical'],
} as const;

/** What the words tell by themselves, each with what told it; of other languages than English the language alone. */
export function ReadingLine({ feedback }: { readonly feedback: string }) {
  const { body } = useAnswer(`/feedback/${feedback}/reading`, nobody);
  const language = readText(body?.['language']);
  const told = [
    ...(language === '' ? [] : [nameOfLanguage(language)]),
    ...tell(body, 'kind'),
    ...tell(body, 'sentiment'),
    ...tell(body, 'need'),
  ];
  if (told.length === 0) return null;
  return (
    <p className="mt-2 text-small text-muted">
      {t('reading.line')} {told.join(' · ')}
    </p>
  );
}

/** It is a help: without it the words can be read all the same. */
function nobody(): void {}

function tell(body: JsonObject | undefined, part: keyof typeof parts): readonly string[] {
  const said = body?.[part];
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return [];
  const { value: read, words: because } = said as JsonObject;
  const value = parts[part].find((each) => each === read);
  if (value === undefined) return [];
  const words = readTexts(because).slice(0, 3);
  const name = t(`reading.${value}`);
  return [words.length === 0 ? name : t('reading.because', { name, words: words.join(', ') })];
}

function nameOfLanguage(code: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
