-- Votes for fields with a budget, in rounds; ballots of those that are anonymous.
alter table "vote" add column "points" float8, add column "field" text, add column "round" text;
create index vote_field on "vote" (workspace_id, "field") where "field" is not null;
create index vote_round on "vote" (workspace_id, "round") where "round" is not null;
drop index vote_one_a_person;
-- Of an anonymous round one vote a record stands for all, and has no voter.
create unique index vote_one_a_person on "vote"
  (workspace_id, "record", coalesce("person", ''), coalesce("contact", ''), coalesce("field", ''), coalesce("round", ''));

create table "round" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "question" text,
  "field" text,
  "records" jsonb,
  "view" text,
  "opens_at" timestamptz,
  "closes_at" timestamptz,
  "anonymous" boolean,
  "closed_at" timestamptz,
  "result" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index round_field on "round" (workspace_id, "field");
create index round_view on "round" (workspace_id, "view") where "view" is not null;
create index round_space on "round" (workspace_id, "space");
create table "ballot" (
  workspace_id text not null,
  id text collate "C" not null,
  "round" text,
  "record" text,
  "points" float8,
  "note" text,
  "weight" float8,
  "person" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index ballot_round on "ballot" (workspace_id, "round");
create index ballot_record on "ballot" (workspace_id, "record");
create index ballot_space on "ballot" (workspace_id, "space");
create unique index ballot_one_a_person on "ballot" (workspace_id, "round", "record", "person");
-- Two rounds of a field cannot be under way together.
create unique index round_one_open on "round" (workspace_id, "field") where "closed_at" is null and "archived_at" is null;
