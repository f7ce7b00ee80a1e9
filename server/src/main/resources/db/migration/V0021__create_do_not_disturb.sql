-- When somebody is not to be disturbed: every day between two minutes of the day where they are, on those days of the week
-- (bit 0 is Monday), and while they snooze. A span that began by ended_at was ended early.
create table do_not_disturb (
  workspace_id   bigint not null,
  user_id        bigint not null,
  scheduled      boolean not null,
  starts         smallint not null,
  ends           smallint not null,
  days           smallint not null,
  ended_at       timestamptz not null,
  snoozed_at     timestamptz,
  snoozed_until  timestamptz,
  primary key (workspace_id, user_id)
);

select guard_tenant_table('do_not_disturb');
grant select on do_not_disturb to parley_app;

select open_tenant_table('do_not_disturb', 'parley_writer');
grant select, insert, update on do_not_disturb to parley_writer;
