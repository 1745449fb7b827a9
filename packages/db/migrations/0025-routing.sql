-- Rules by which feedback is given to teams as it comes in.
create table "routing_rule" (
  workspace_id text not null,
  id text collate "C" not null,
  "condition" text,
  "team" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index routing_rule_space on "routing_rule" (workspace_id, "space");

alter table "feedback" add column "routed_by" text;
create index feedback_routed_by on "feedback" (workspace_id, "routed_by") where "routed_by" is not null;
