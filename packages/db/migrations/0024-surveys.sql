-- Short questions to people outside, whom they were mailed to, and what they answered.
create table "survey" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "slug" text,
  "kind" text,
  "question" text,
  "opposite" text,
  "why" text,
  "language" text,
  "state" text,
  "every_days" double precision,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index survey_space on "survey" (workspace_id, "space");
create unique index survey_slug on "survey" ("slug") where "archived_at" is null;

create table "response" (
  workspace_id text not null,
  id text collate "C" not null,
  "survey" text,
  "contact" text,
  "company" text,
  "score" double precision,
  "opposite" double precision,
  "category" text,
  "feedback" text,
  "answered_at" timestamptz,
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
create index response_survey on "response" (workspace_id, "survey", "contact");
create index response_contact on "response" (workspace_id, "contact") where "contact" is not null;
create index response_company on "response" (workspace_id, "company") where "company" is not null;
create index response_feedback on "response" (workspace_id, "feedback") where "feedback" is not null;
create index response_space on "response" (workspace_id, "space");
create index response_due on "response" ("state", "updated_at") where "state" in ('approved', 'sending');
