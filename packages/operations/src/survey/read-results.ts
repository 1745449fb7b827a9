/** What a survey's answers come to, as a whole and by month. */
import { textOf } from '@throughline/base';
import { findRecord, type ReadRequest } from '../reads/read-record.ts';
import type { Runtime } from '../runtime.ts';
import type { KanoCategory } from './kano-category.ts';
import {
  measureKano,
  measurePromotion,
  measureSatisfaction,
  type KanoMeasure,
  type Promotion,
  type Satisfaction,
} from './measures.ts';

export type SurveyMeasure = {
  readonly answers: number;
  readonly promotion?: Promotion;
  readonly satisfaction?: Satisfaction;
  readonly kano?: KanoMeasure;
};

export type SurveyResults = {
  readonly kind: string;
  /** Whom the mails reached; who came by the open link was asked by nobody. */
  readonly asked: number;
  readonly all: SurveyMeasure;
  /** In UTC, `2026-11`, the first one first. */
  readonly months: readonly (SurveyMeasure & { readonly month: string })[];
};

type Row = { readonly score: number | null; readonly category: KanoCategory | null; readonly month: string };

export async function readSurveyResults(
  runtime: Runtime,
  request: Omit<ReadRequest, 'entity'>,
): Promise<SurveyResults> {
  const entity = runtime.model.entity('survey');
  const { id, values } = await findRecord(runtime, { ...request, entity });
  const kind = textOf(values['kind']);
  const { rows } = await runtime.database.query<Row>(
    `select score::float8 as score, category, to_char(answered_at at time zone 'UTC', 'YYYY-MM') as month
     from response where workspace_id = $1 and survey = $2 and answered_at is not null and archived_at is null
     order by month`,
    [request.workspace, id],
  );
  const sent = await runtime.database.query<{ count: number }>(
    `select count(*)::int as count from response where workspace_id = $1 and survey = $2 and sent_at is not null`,
    [request.workspace, id],
  );
  const months = [...new Set(rows.map(({ month }) => month))];
  return {
    kind,
    asked: sent.rows[0]?.count ?? 0,
    all: measure(kind, rows),
    months: months.map((month) => ({
      month,
      ...measure(
        kind,
        rows.filter((row) => row.month === month),
      ),
    })),
  };
}

function measure(kind: string, rows: readonly Row[]): SurveyMeasure {
  const answers = rows.length;
  const scores = rows.flatMap(({ score }) => score ?? []);
  if (kind === 'nps') return { answers, promotion: measurePromotion(scores) };
  if (kind === 'csat') return { answers, satisfaction: measureSatisfaction(scores) };
  if (kind === 'kano') return { answers, kano: measureKano(rows.flatMap(({ category }) => category ?? [])) };
  return { answers };
}
