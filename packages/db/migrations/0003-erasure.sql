-- Personal values in the log are encrypted under a key per person or contact; erasing empties the key.
create table erasure_key (
  workspace_id text not null,
  subject text collate "C" not null,
  key bytea,
  primary key (workspace_id, subject)
);
alter table "person" add column "erased_at" timestamptz;
alter table "contact" add column "erased_at" timestamptz;
