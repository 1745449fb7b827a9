-- Ideas form trees; a comment may say why a date moved; views have rights, sections and drafts.
alter table "idea" add column "parent" text;
create index idea_parent on "idea" (workspace_id, "parent") where "parent" is not null;

alter table "comment" add column "reason" text, add column "cause" text;

alter table "workspace" add column "fiscal_start" float8;

alter table "view"
  add column "access" text,
  add column "editors" text[],
  add column "readers" text[],
  add column "drafts" boolean,
  add column "section" text;
