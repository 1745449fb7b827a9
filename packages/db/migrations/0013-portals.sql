-- Portals: pages where customers ask, vote and see what is planned.
create table "portal" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "slug" text,
  "intro" text,
  "access" text,
  "moderation" text,
  "anonymous" boolean,
  "color" text,
  "language" text,
  "edition" text,
  "published_by" text,
  "key_turn" float8,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index portal_edition on "portal" (workspace_id, "edition") where "edition" is not null;
create index portal_space on "portal" (workspace_id, "space");
create unique index portal_one_an_address on "portal" ("slug") where "archived_at" is null;

alter table "feedback" add column "portal" text;
alter table "feedback" add column "publicity" text;
create index feedback_portal on "feedback" (workspace_id, "portal") where "portal" is not null;

alter table "comment" add column "contact" text;
alter table "comment" add column "publicity" text;
create index comment_contact on "comment" (workspace_id, "contact") where "contact" is not null;
