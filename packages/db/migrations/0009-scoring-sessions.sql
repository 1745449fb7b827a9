-- Scoring sessions: everybody scores ideas apart, then the scores are revealed and something is agreed.
create table "scoring" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "question" text,
  "records" jsonb,
  "view" text,
  "inputs" jsonb,
  "scales" jsonb,
  "scorers" text[],
  "anonymous" boolean,
  "finished" text[],
  "revealed_at" timestamptz,
  "closed_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index scoring_view on "scoring" (workspace_id, "view") where "view" is not null;
create index scoring_space on "scoring" (workspace_id, "space");
create table "verdict" (
  workspace_id text not null,
  id text collate "C" not null,
  "scoring" text,
  "record" text,
  "place" float8,
  "revealed_at" timestamptz,
  "turns" jsonb,
  "agreements" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index verdict_scoring on "verdict" (workspace_id, "scoring");
create index verdict_record on "verdict" (workspace_id, "record");
create index verdict_space on "verdict" (workspace_id, "space");
create table "score" (
  workspace_id text not null,
  id text collate "C" not null,
  "scoring" text,
  "verdict" text,
  "answers" jsonb,
  "person" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index score_scoring on "score" (workspace_id, "scoring") where "scoring" is not null;
create index score_verdict on "score" (workspace_id, "verdict");
create index score_space on "score" (workspace_id, "space");
create unique index score_one_a_person on "score" (workspace_id, "verdict", "person");
