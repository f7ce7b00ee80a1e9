-- One row a stream (a channel's, a user's, the workspace's): the lock that gives events their order.
create table stream_head (
  workspace_id  bigint not null,
  stream_id     bigint not null,
  head_offset   bigint not null default 0,
  last_ts       bigint not null default 0,
  message_no    integer not null default 0,
  primary key (workspace_id, stream_id)
) with (fillfactor = 50);

-- Facts in the order of their stream: ids and numbers only, never text.
--   actor_id    who did it
--   message_ts  the message it is about
--   subject_id  the person or channel it is about
--   number      message number, revision or the like, by type
create table event (
  workspace_id  bigint not null,
  stream_id     bigint not null,
  event_offset  bigint not null,
  created_on    date not null,
  type          smallint not null,
  actor_id      bigint,
  message_ts    bigint,
  subject_id    bigint,
  number        bigint,
  batch_id      bigint not null,
  primary key (workspace_id, stream_id, event_offset, created_on)
) partition by range (created_on);

-- Holds what no day's partition takes, so that a late partition never refuses a post.
create table event_rest partition of event default;

-- What was committed and perhaps not yet published: one row per workspace and batch.
create table outbox (
  workspace_id  bigint not null,
  id            bigint not null,
  created_at    timestamptz not null default now(),
  streams       bigint[] not null,
  offsets       bigint[] not null,
  primary key (workspace_id, id)
);
create index outbox_age on outbox (created_at);

select guard_tenant_table(t) from unnest(array['stream_head', 'event', 'event_rest', 'outbox']::regclass[]) t;

grant select on stream_head, event to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['stream_head', 'event', 'outbox']::regclass[]) t;
grant select, insert, update on stream_head to parley_writer;
grant select, insert on event to parley_writer;
grant insert on outbox to parley_writer;

select open_tenant_table('outbox', 'parley_relay');
grant select, delete on outbox to parley_relay;
