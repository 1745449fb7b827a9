-- First pages of large spaces in these orders read no more rows than they show. There is none of "updated_at": it
-- changes with every write, and each would then touch every index.
create index idea_created on "idea" (workspace_id, created_at) where archived_at is null;
create index idea_title on "idea" (workspace_id, ((sort_keys ->> 'title') collate "C")) where archived_at is null;
create index idea_rank on "idea" (workspace_id, "rank" collate "C") where archived_at is null;
create index feedback_created on "feedback" (workspace_id, created_at) where archived_at is null;
