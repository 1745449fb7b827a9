-- Rounds whose time is over are looked for every few seconds, in all workspaces.
create index round_due on "round" ("closes_at") where "closed_at" is null and "archived_at" is null;
