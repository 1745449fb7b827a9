-- Mailboxes: addresses whose mails become feedback.
create table "mailbox" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "address" text,
  "team" text,
  "fault" text,
  "fault_at" timestamptz,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index mailbox_team on "mailbox" (workspace_id, "team") where "team" is not null;
create index mailbox_space on "mailbox" (workspace_id, "space");
create unique index mailbox_one_an_address on "mailbox" (lower("address")) where "archived_at" is null;

alter table "feedback" add column "mailbox" text;
alter table "feedback" add column "mail_checks" jsonb;
create index feedback_mailbox on "feedback" (workspace_id, "mailbox") where "mailbox" is not null;
