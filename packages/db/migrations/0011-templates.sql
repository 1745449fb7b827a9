-- Templates of spaces and views, and what descriptions may begin with.
create table "template" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "about" text,
  "emoji" text,
  "kind" text,
  "blueprint" jsonb,
  "in" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index template_in on "template" (workspace_id, "in");

create table "description_template" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "emoji" text,
  "body" text,
  "for_type" text,
  "is_default" boolean,
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
create index description_template_space on "description_template" (workspace_id, "space");
