-- What people made of what was offered for feedback.
create table "suggestion" (
  workspace_id text not null,
  id text collate "C" not null,
  "kind" text,
  "feedback" text,
  "offered" text,
  "outcome" text,
  "confidence" float8,
  "words" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create unique index suggestion_once on "suggestion" (workspace_id, "feedback", "offered");
create index suggestion_offered on "suggestion" (workspace_id, "offered");
create index suggestion_space on "suggestion" (workspace_id, "space");
