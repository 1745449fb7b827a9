-- Connections: accounts of other programs whose messages become feedback.
create table "connection" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "connector" text,
  "settings" jsonb,
  "team" text,
  "paused" boolean,
  "secret_names" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index connection_team on "connection" (workspace_id, "team") where "team" is not null;
create index connection_space on "connection" (workspace_id, "space");
create unique index connection_id on "connection" ("id");

-- Which conversation of which connection a piece of feedback began.
alter table "feedback" add column "connection" text;
alter table "feedback" add column "thread" text;
create index feedback_connection on "feedback" (workspace_id, "connection", "thread") where "connection" is not null;

-- By which connection an answer goes out; by mail where it is empty.
alter table "answer" add column "connection" text;
create index answer_connection on "answer" (workspace_id, "connection") where "connection" is not null;

-- Secrets of channels, sealed under a key of the installation; never in the log.
create table channel_secret (
  workspace_id text not null,
  channel text collate "C" not null,
  name text not null,
  sealed text not null,
  primary key (workspace_id, channel, name)
);

-- How a channel is doing, and how far it has been read: nothing that anybody did, so not in the log either.
create table channel_state (
  workspace_id text not null,
  channel text collate "C" not null,
  errors int not null default 0,
  fault text,
  fault_at timestamptz,
  -- Tries in a row that failed, and until when it is left alone.
  failures int not null default 0,
  rest_until timestamptz,
  -- Who reads it has it until then.
  held_until timestamptz,
  read_at timestamptz,
  cursor jsonb,
  primary key (workspace_id, channel)
);
