-- Contacts that are one person, and companies that are one customer, become one record.
alter table "contact" add column "merged_into" text, add column "apart" jsonb;
alter table "company" add column "merged_into" text, add column "apart" jsonb;
create index contact_merged_into on "contact" (workspace_id, "merged_into") where "merged_into" is not null;
create index company_merged_into on "company" (workspace_id, "merged_into") where "merged_into" is not null;
