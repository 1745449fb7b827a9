-- What much of a space's feedback is about.
create table "theme" (
  workspace_id text not null,
  id text collate "C" not null,
  "label" text,
  "is_named" boolean,
  "is_hidden" boolean,
  "members" jsonb,
  "size" float8,
  "weeks" jsonb,
  "growth" float8,
  "found_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index theme_space on "theme" (workspace_id, "space");
