/** What the server says a survey's answers come to, and which of them are behind each figure. */
import { KANO_CATEGORIES } from '@throughline/model';
import { locale, t } from '../../messages/area-t.ts';

export interface Measure {
  readonly month: string;
  readonly answers: number;
  readonly promotion?: Readonly<Record<'promoters' | 'passives' | 'detractors', number>> & {
    readonly score: number | null;
    readonly margin: number | null;
  };
  readonly satisfaction?: {
    readonly satisfied: number;
    readonly share: number | null;
    readonly interval: readonly [number, number] | null;
    readonly mean: number | null;
  };
  readonly kano?: {
    readonly counts: Readonly<Record<string, number>>;
    readonly category: string | null;
    readonly better: number | null;
    readonly worse: number | null;
  };
}

/** The server's own answer, whose form its contract is. */
export function readMeasure(value: unknown): Measure {
  const empty = { month: '', answers: 0 };
  return typeof value === 'object' && value !== null ? { ...empty, ...(value as Partial<Measure>) } : empty;
}

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly condition: string;
}

export function partsOf(kind: string, { answers, promotion, satisfaction, kano }: Measure): readonly Part[] {
  if (kind === 'nps' && promotion)
    return [
      part('promoters', t('survey.promoters'), promotion.promoters, 'score >= 9'),
      part('passives', t('survey.passives'), promotion.passives, 'score in (7, 8)'),
      part('detractors', t('survey.detractors'), promotion.detractors, 'score <= 6'),
    ];
  if (kind === 'csat' && satisfaction)
    return [
      part('satisfied', t('survey.satisfied'), satisfaction.satisfied, 'score >= 4'),
      part('others', t('survey.others'), answers - satisfaction.satisfied, 'score <= 3'),
    ];
  if (kind === 'kano' && kano)
    return KANO_CATEGORIES.map(({ key, name }) =>
      part(key, name, kano.counts[key] ?? 0, `category = "${name}"`),
    );
  return [];
}

function part(id: string, name: string, count: number, condition: string): Part {
  return { id, name, count, condition };
}

/** The one figure that a survey of its kind is known by. */
export function figureOf(kind: string, { answers, promotion, satisfaction, kano }: Measure): string {
  const round = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 0 });
  if (kind === 'nps' && promotion && promotion.score !== null) {
    const margin = t('survey.margin', { margin: round(promotion.margin ?? 0) });
    return `${round(promotion.score)} ${margin}`;
  }
  if (kind === 'csat' && satisfaction && satisfaction.share !== null)
    return satisfaction.share.toLocaleString(locale, { style: 'percent' });
  if (kind === 'kano' && kano && kano.category !== null)
    return KANO_CATEGORIES.find(({ key }) => key === kano.category)?.name ?? '';
  return answers.toLocaleString(locale);
}
