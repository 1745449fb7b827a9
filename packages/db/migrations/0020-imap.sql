-- Mailboxes whose mails are fetched from a mail server; the password is among the secrets of channels.
alter table "mailbox" add column "imap_host" text;
alter table "mailbox" add column "imap_user" text;
alter table "mailbox" add column "imap_folder" text;
alter table "mailbox" add column "secret_names" jsonb;
