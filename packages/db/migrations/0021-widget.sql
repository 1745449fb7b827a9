-- Sites that may show the widget of a portal.
alter table "portal" add column "sites" text[];
