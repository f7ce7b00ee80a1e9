-- What somebody has begun to write in a conversation or a thread (thread_ts 0: at top level), the same on all their
-- devices. Sealed. What was sent or given up stays as a row without a body, so that it can be told.
create table draft (
  workspace_id  bigint not null,
  user_id       bigint not null,
  channel_id    bigint not null,
  thread_ts     bigint not null,
  body          bytea,
  updated_ts    bigint not null,
  primary key (workspace_id, user_id, channel_id, thread_ts)
);

select guard_tenant_table('draft');
grant select on draft to parley_app;

select open_tenant_table('draft', 'parley_writer');
grant select, insert, update on draft to parley_writer;
