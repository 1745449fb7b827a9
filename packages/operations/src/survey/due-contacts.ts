/** Contacts whom an open survey asked by mail, and may ask again. `$1` is the instant. */
export const DUE_CONTACTS = `select c.id as contact, c.company from survey v
  join lateral (select r.contact, max(r.created_at) as at from response r
    where r.workspace_id = v.workspace_id and r.survey = v.id and r.contact is not null and r.state is not null
    group by r.contact) last on last.at <= $1::timestamptz - make_interval(days => v.every_days::int)
  join contact c on c.workspace_id = v.workspace_id and c.id = last.contact
  where v.state = 'open' and v.archived_at is null and v.every_days is not null and c.email is not null
    and c.archived_at is null and c.erased_at is null and c.unsubscribed_at is null`;
