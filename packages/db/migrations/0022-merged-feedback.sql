-- Feedback that asks for the same as another piece becomes part of it.
alter table "feedback" add column "merged_into" text;
create index feedback_merged_into on "feedback" (workspace_id, "merged_into") where "merged_into" is not null;
