-- Until when feedback has been put off, and by when it is to be answered.
alter table "feedback" add column "snoozed_until" timestamptz, add column "due_at" timestamptz;
alter table "space" add column "answer_within" double precision;
