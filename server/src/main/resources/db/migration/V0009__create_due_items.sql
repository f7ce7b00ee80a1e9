-- What is to happen at a time: its kind says what, its id which row of that kind's own table. due_at
-- is when it is looked at next, so it moves while somebody is at it (begun_at) or if it failed.
create table due_item (
  workspace_id  bigint not null,
  id            bigint not null,
  kind          smallint not null,
  due_at        timestamptz not null,
  begun_at      timestamptz,
  attempts      smallint not null default 0,
  primary key (workspace_id, id)
) with (fillfactor = 70);
create index due_item_time on due_item (due_at);

-- A message to be posted later. The client_msg_id is the post's, made now: however often it is
-- tried, it is one message.
create table scheduled_message (
  workspace_id   bigint not null,
  id             bigint not null,
  channel_id     bigint not null,
  user_id        bigint not null,
  post_at        timestamptz not null,
  created_at     timestamptz not null,
  client_msg_id  uuid not null,
  thread_ts      bigint,
  is_broadcast   boolean not null,
  body           bytea not null,
  primary key (workspace_id, id)
);
create index scheduled_message_user on scheduled_message (workspace_id, user_id, id);
create index scheduled_message_channel on scheduled_message (workspace_id, channel_id, post_at);

select guard_tenant_table(t) from unnest(array['due_item', 'scheduled_message']::regclass[]) t;
grant select, insert, update, delete on due_item to parley_app;
grant select, insert, delete on scheduled_message to parley_app;

select open_tenant_table('due_item', 'parley_scheduler');
grant select on due_item to parley_scheduler;
