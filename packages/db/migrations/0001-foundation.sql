-- The log: one head a workspace, bumped last in each writing transaction.
create table log_head (
  workspace_id text primary key,
  seq bigint not null,
  hash bytea not null
);

create table change (
  workspace_id text not null,
  seq bigint not null,
  entity text not null,
  id text collate "C" not null,
  space text,
  name text not null,
  version int not null,
  before jsonb,
  after jsonb,
  actor_kind text not null,
  actor text,
  source text not null,
  cause text not null,
  depth int not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  hash bytea not null,
  primary key (workspace_id, seq)
);
create index change_id on change (workspace_id, id, seq);
create index change_cause on change (workspace_id, cause, seq);

create function refuse_log_edit() returns trigger language plpgsql as $$
begin
  raise exception 'The change log is append-only';
end $$;
create trigger change_append_only before update or delete on change
  for each row execute function refuse_log_edit();

-- Keys for people: the next number of a space, and where a key of old leads now.
create table key_counter (
  workspace_id text not null,
  space text not null,
  next int not null,
  primary key (workspace_id, space)
);
create table key_redirect (
  workspace_id text not null,
  key text not null,
  id text not null,
  primary key (workspace_id, key)
);

-- Where imported records came from: an index over their `sources`.
create table external_identity (
  workspace_id text not null,
  entity text not null,
  system text not null,
  external_id text not null,
  id text not null,
  primary key (workspace_id, entity, system, external_id)
);

create table idempotency (
  workspace_id text not null,
  actor text not null,
  key text not null,
  request_hash text not null,
  status int not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, actor, key)
);
create index idempotency_created_at on idempotency (created_at);

-- Sinks: how far each has read, and which process runs it.
create table sink_cursor (
  workspace_id text not null,
  sink text not null,
  seq bigint not null,
  primary key (workspace_id, sink)
);
create table lease (
  name text primary key,
  owner text not null,
  until timestamptz not null,
  fence bigint not null
);

-- Accounts and sessions belong to the authentication library.
create schema auth;
create table auth."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table auth."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index auth_session_user on auth."session" ("userId");
create table auth."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index auth_account_user on auth."account" ("userId");
create table auth."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz,
  "updatedAt" timestamptz
);

-- Records: the tables that the entity declarations describe (a test compares them).
create table "workspace" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "zone" text,
  "currency" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "person" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "email" text,
  "title" text,
  "account" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "membership" (
  workspace_id text not null,
  id text collate "C" not null,
  "person" text,
  "in" text,
  "role" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index membership_in on "membership" (workspace_id, "in");

create table "invitation" (
  workspace_id text not null,
  id text collate "C" not null,
  "email" text,
  "role" text,
  "in" text,
  "expires_at" timestamptz,
  "accepted_by" text,
  "secret_hash" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index invitation_in on "invitation" (workspace_id, "in");

create table "team" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "department" text,
  "members" text[],
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "space" (
  workspace_id text not null,
  id text collate "C" not null,
  "key" text,
  "name" text,
  "emoji" text,
  "about" text,
  "access" text,
  "team" text,
  "rank" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "field" (
  workspace_id text not null,
  id text collate "C" not null,
  "key" text,
  "name" text,
  "entity" text,
  "type" text,
  "config" jsonb,
  "in" text,
  "about" text,
  "rank" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index field_in on "field" (workspace_id, "in");

create table "view" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "about" text,
  "entity" text,
  "layout" text,
  "query" jsonb,
  "settings" jsonb,
  "owner" text,
  "rank" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index view_space on "view" (workspace_id, "space");

create table "company" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "domain" text,
  "segment" text,
  "plan" text,
  "revenue" jsonb,
  "sources" jsonb,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "contact" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "email" text,
  "role" text,
  "company" text,
  "sources" jsonb,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index contact_company on "contact" (workspace_id, "company");

create table "idea" (
  workspace_id text not null,
  id text collate "C" not null,
  "key" text,
  "title" text,
  "type" text,
  "status" text,
  "owner" text,
  "team" text,
  "labels" text[],
  "timeframe" jsonb,
  "rank" text,
  "merged_into" text,
  "sources" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index idea_merged_into on "idea" (workspace_id, "merged_into");
create index idea_space on "idea" (workspace_id, "space");

create table "feedback" (
  workspace_id text not null,
  id text collate "C" not null,
  "key" text,
  "title" text,
  "body" text,
  "state" text,
  "channel" text,
  "contact" text,
  "company" text,
  "team" text,
  "owner" text,
  "labels" text[],
  "link" jsonb,
  "received_at" timestamptz,
  "handled_at" timestamptz,
  "sources" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index feedback_contact on "feedback" (workspace_id, "contact");
create index feedback_company on "feedback" (workspace_id, "company");
create index feedback_space on "feedback" (workspace_id, "space");

create table "insight" (
  workspace_id text not null,
  id text collate "C" not null,
  "idea" text,
  "feedback" text,
  "excerpt" text,
  "quote" text,
  "quote_start" float8,
  "quote_end" float8,
  "note" text,
  "impact" float8,
  "contact" text,
  "company" text,
  "link" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index insight_idea on "insight" (workspace_id, "idea");
create index insight_feedback on "insight" (workspace_id, "feedback");
create index insight_contact on "insight" (workspace_id, "contact");
create index insight_company on "insight" (workspace_id, "company");
create index insight_space on "insight" (workspace_id, "space");

create table "comment" (
  workspace_id text not null,
  id text collate "C" not null,
  "record" text,
  "parent" text,
  "excerpt" text,
  "body" text,
  "mentions" text[],
  "author" text,
  "sources" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index comment_record on "comment" (workspace_id, "record");
create index comment_parent on "comment" (workspace_id, "parent");
create index comment_space on "comment" (workspace_id, "space");

create table "reaction" (
  workspace_id text not null,
  id text collate "C" not null,
  "record" text,
  "person" text,
  "emoji" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index reaction_record on "reaction" (workspace_id, "record");
create index reaction_space on "reaction" (workspace_id, "space");

create table "vote" (
  workspace_id text not null,
  id text collate "C" not null,
  "record" text,
  "person" text,
  "contact" text,
  "weight" float8,
  "note" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index vote_record on "vote" (workspace_id, "record");
create index vote_contact on "vote" (workspace_id, "contact");
create index vote_space on "vote" (workspace_id, "space");

create table "relation" (
  workspace_id text not null,
  id text collate "C" not null,
  "from" text,
  "to" text,
  "type" text,
  "field" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index relation_from on "relation" (workspace_id, "from");
create index relation_to on "relation" (workspace_id, "to");
create index relation_field on "relation" (workspace_id, "field");
create index relation_space on "relation" (workspace_id, "space");

create table "attachment" (
  workspace_id text not null,
  id text collate "C" not null,
  "record" text,
  "name" text,
  "media_type" text,
  "size" float8,
  "hash" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index attachment_record on "attachment" (workspace_id, "record");
create index attachment_space on "attachment" (workspace_id, "space");

create table "document" (
  workspace_id text not null,
  id text collate "C" not null,
  "record" text,
  "field" text,
  "text" text,
  "update" text,
  "state" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index document_record on "document" (workspace_id, "record");
create index document_space on "document" (workspace_id, "space");

create table "share" (
  workspace_id text not null,
  id text collate "C" not null,
  "title" text,
  "view" text,
  "columns" text[],
  "expires_at" timestamptz,
  "revoked_at" timestamptz,
  "secret_hash" text,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index share_view on "share" (workspace_id, "view");
create index share_space on "share" (workspace_id, "space");

create table "token" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "person" text,
  "scopes" text[],
  "expires_at" timestamptz,
  "revoked_at" timestamptz,
  "secret_hash" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);

create table "notification" (
  workspace_id text not null,
  id text collate "C" not null,
  "person" text,
  "reason" text,
  "record" text,
  "comment" text,
  "read_at" timestamptz,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index notification_record on "notification" (workspace_id, "record");
create index notification_comment on "notification" (workspace_id, "comment");

create table "import" (
  workspace_id text not null,
  id text collate "C" not null,
  "name" text,
  "entity" text,
  "source" text,
  "mapping" jsonb,
  "state" text,
  "position" float8,
  "report" jsonb,
  "space" text,
  "created_at" timestamptz,
  "created_by" text,
  "updated_at" timestamptz,
  "archived_at" timestamptz,
  fields jsonb not null default '{}',
  sort_keys jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index import_space on "import" (workspace_id, "space");

-- What must be one of a kind.
create unique index space_unique_key on "space" (workspace_id, "key");
create unique index field_unique_key on "field" (workspace_id, "entity", "key");
create unique index person_unique_email on "person" (workspace_id, "email");
create unique index person_account on "person" (workspace_id, "account");
create unique index membership_one_a_place on "membership" (workspace_id, "person", coalesce("in", ''));
create unique index idea_unique_key on "idea" (workspace_id, "key");
create unique index feedback_unique_key on "feedback" (workspace_id, "key");
create unique index vote_one_a_person on "vote" (workspace_id, "record", coalesce("person", ''), coalesce("contact", ''));
create unique index reaction_one_a_person on "reaction" (workspace_id, "record", "person", "emoji");
create unique index relation_one_a_pair on "relation" (workspace_id, "from", "to", "type", coalesce("field", ''));
create unique index document_one_a_field on "document" (workspace_id, "record", "field");
create unique index token_secret on "token" ("secret_hash");
create unique index share_secret on "share" ("secret_hash");
create unique index invitation_secret on "invitation" ("secret_hash");
create index contact_email on "contact" (workspace_id, lower("email"));
create index company_name on "company" (workspace_id, lower("name"));
create index notification_person on "notification" (workspace_id, "person");
