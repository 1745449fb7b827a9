-- What people answer customers again and again.
create table "saved_reply" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "body" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index saved_reply_space on "saved_reply" (workspace_id, "space");
