-- A thread is kept on the message that it hangs on: reply_no of a root is the number of its newest
-- reply, of a reply its own. Deleted replies keep their numbers and are not counted.
alter table message
  add column reply_no           integer not null default 0,
  add column reply_count        integer not null default 0,
  add column reply_users_count  integer not null default 0,
  add column reply_users        bigint[],
  add column latest_reply       bigint,
  add column reaction_count     integer not null default 0;

-- Who replied in a thread or follows it, and how far they read it. replies counts what is not deleted.
create table thread_follower (
  workspace_id  bigint not null,
  channel_id    bigint not null,
  thread_ts     bigint not null,
  user_id       bigint not null,
  following     boolean not null,
  replies       integer not null default 0,
  read_ts       bigint not null default 0,
  read_no       integer not null default 0,
  primary key (workspace_id, channel_id, thread_ts, user_id)
) with (fillfactor = 70);
create index thread_follower_user on thread_follower (workspace_id, user_id, thread_ts) where following;

-- Mentions in a thread count for the thread, not for the channel.
alter table mention add column thread_ts bigint;

-- A reaction that was taken away keeps its row, so that its events can be told again.
create table reaction (
  workspace_id  bigint not null,
  channel_id    bigint not null,
  ts            bigint not null,
  name          text not null,
  user_id       bigint not null,
  id            bigint not null,
  removed       boolean not null default false,
  primary key (workspace_id, channel_id, ts, name, user_id)
);
create index reaction_user on reaction (workspace_id, user_id, id) where not removed;

select guard_tenant_table(t) from unnest(array['thread_follower', 'reaction']::regclass[]) t;
grant select on thread_follower, reaction to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['thread_follower', 'reaction']::regclass[]) t;
grant select, insert, update on thread_follower to parley_writer;
grant select, insert, update, delete on reaction to parley_writer;
