-- Ideas in the order of their keys: as those in 0012.
create index idea_key on "idea" (workspace_id, ((sort_keys ->> 'key') collate "C")) where archived_at is null;
