-- Releases, what has to be done for them, and the changelog that customers read and are mailed.
create table "release" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "version" text,
  "body" text,
  "state" text,
  "owner" text,
  "planned_on" date,
  "shipped_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index release_space on "release" (workspace_id, "space");

create table "launch_task" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "release" text,
  "department" text,
  "owner" text,
  "due_on" date,
  "done" boolean,
  "done_at" timestamptz,
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
create index launch_task_release on "launch_task" (workspace_id, "release") where "release" is not null;
create index launch_task_space on "launch_task" (workspace_id, "space");

create table "checklist" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "items" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index checklist_space on "checklist" (workspace_id, "space");

create table "entry" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "text" text,
  "categories" text[],
  "portal" text,
  "release" text,
  "ideas" text[],
  "language" text,
  "state" text,
  "publish_at" timestamptz,
  "published_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index entry_release on "entry" (workspace_id, "release") where "release" is not null;
create index entry_space on "entry" (workspace_id, "space");
create index entry_published on "entry" (workspace_id, "portal", "published_at") where "state" = 'published' and "archived_at" is null;
create index entry_due on "entry" ("publish_at") where "state" = 'scheduled' and "archived_at" is null;

create table "subscription" (
  workspace_id text not null,
  id text collate "C" not null,
  "portal" text,
  "contact" text,
  "confirmed_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create unique index subscription_one_a_contact on "subscription" (workspace_id, "portal", "contact");
create index subscription_contact on "subscription" (workspace_id, "contact") where "contact" is not null;
create index subscription_space on "subscription" (workspace_id, "space");

create table "notice" (
  workspace_id text not null,
  id text collate "C" not null,
  "entry" text,
  "subscription" text,
  "contact" text,
  "state" text,
  "sent_at" timestamptz,
  "fault" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index notice_entry on "notice" (workspace_id, "entry") where "entry" is not null;
create index notice_subscription on "notice" (workspace_id, "subscription") where "subscription" is not null;
create index notice_contact on "notice" (workspace_id, "contact") where "contact" is not null;
create index notice_space on "notice" (workspace_id, "space");
create index notice_due on "notice" ("state", "updated_at") where "state" in ('approved', 'sending');

alter table "idea" add column "ships_in" text;
create index idea_ships_in on "idea" (workspace_id, "ships_in") where "ships_in" is not null;
