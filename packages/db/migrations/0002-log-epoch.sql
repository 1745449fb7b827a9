-- A log that was restored from a backup is another log: who read on past the backup must begin anew.
alter table log_head add column epoch text not null default '';
