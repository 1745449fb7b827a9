-- People compare two records at a time; the order behind the answers is what they decide.
create table "ranking" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "question" text,
  "records" jsonb,
  "view" text,
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
create index ranking_view on "ranking" (workspace_id, "view") where "view" is not null;
create index ranking_space on "ranking" (workspace_id, "space");
create table "comparison" (
  workspace_id text not null,
  id text collate "C" not null,
  "ranking" text,
  "winner" text,
  "loser" text,
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
create index comparison_ranking on "comparison" (workspace_id, "ranking");
create index comparison_winner on "comparison" (workspace_id, "winner");
create index comparison_loser on "comparison" (workspace_id, "loser");
create index comparison_space on "comparison" (workspace_id, "space");
create unique index comparison_one_a_pair on "comparison"
  (workspace_id, "ranking", "person", least("winner", "loser"), greatest("winner", "loser"));
