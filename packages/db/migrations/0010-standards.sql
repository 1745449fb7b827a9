-- Standards that spaces adopt, and fields that each space has its own way.
alter table "field" add column "adapts" text, add column "standard" text;
-- How a space has a field goes by the key of that field.
drop index field_unique_key;
create unique index field_unique_key on "field" (workspace_id, "entity", "key") where "adapts" is null;
create index field_adapts on "field" (workspace_id, "adapts") where "adapts" is not null;
create index field_standard on "field" (workspace_id, "standard") where "standard" is not null;
create table "standard" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "about" text,
  "owner" text,
  "source" text,
  "parts" jsonb,
  "version" float8,
  "published_at" timestamptz,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create table "standard_version" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "standard" text,
  "version" float8,
  "note" text,
  "parts" jsonb,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create unique index standard_version_one_a_number on "standard_version" (workspace_id, "standard", "version");
create table "adoption" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "standard" text,
  "version" float8,
  "parts" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create unique index adoption_one_a_space on "adoption" (workspace_id, "space", "standard");
