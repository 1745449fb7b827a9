-- Roadmaps across spaces, their audience versions, and pages with passwords, addresses of their own and embedding.
create table "roadmap" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "emoji" text,
  "spaces" text[],
  "goals" text,
  "owner" text,
  "access" text,
  "editors" text[],
  "readers" text[],
  "rank" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index roadmap_space on "roadmap" (workspace_id, "space");

create table "edition" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "roadmap" text,
  "about" text,
  "views" text[],
  "columns" text[],
  "wording" jsonb,
  "title_from" text,
  "dates" text,
  "condition" text,
  "owner" text,
  "access" text,
  "editors" text[],
  "readers" text[],
  "rank" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index edition_space on "edition" (workspace_id, "space");
create index edition_roadmap on "edition" (workspace_id, "roadmap");

alter table "view" add column "roadmap" text;
create index view_roadmap on "view" (workspace_id, "roadmap") where "roadmap" is not null;

alter table "space" add column "tells_hidden" boolean;

alter table "share"
  add column "edition" text,
  add column "slug" text,
  add column "has_password" boolean,
  add column "frames" text[],
  add column "password_hash" text;
create unique index share_slug on "share" ("slug") where "slug" is not null and "revoked_at" is null;
