-- Answers to customers, and votes on a portal as evidence.
create table "answer" (
  workspace_id text not null,
  id text collate "C" not null,
  "subject" text,
  "body" text,
  "state" text,
  "stage" text,
  "language" text,
  "idea" text,
  "feedback" text,
  "contact" text,
  "asked_at" timestamptz,
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
create index answer_idea on "answer" (workspace_id, "idea") where "idea" is not null;
create index answer_feedback on "answer" (workspace_id, "feedback") where "feedback" is not null;
create index answer_contact on "answer" (workspace_id, "contact") where "contact" is not null;
create index answer_space on "answer" (workspace_id, "space");
create index answer_due on "answer" ("state", "updated_at") where "state" in ('approved', 'sending');

alter table "insight" add column "vote" text;
create index insight_vote on "insight" (workspace_id, "vote") where "vote" is not null;

alter table "contact" add column "unsubscribed_at" timestamptz;
