-- message_no counts what people and apps post at top level; join lines and replies have none.
-- A deleted message keeps its row and number and loses its body.
create table message (
  workspace_id   bigint not null,
  channel_id     bigint not null,
  ts             bigint not null,
  user_id        bigint not null,
  message_no     integer,
  subtype        smallint not null default 0,
  related_user   bigint,
  thread_ts      bigint,
  client_msg_id  uuid,
  body           bytea,
  revision       integer not null default 0,
  edited_ts      bigint,
  edited_by      bigint,
  deleted_ts     bigint,
  primary key (workspace_id, channel_id, ts)
);
create index message_client_msg_id on message (workspace_id, channel_id, user_id, client_msg_id);
create index message_tombstone on message (workspace_id, channel_id, message_no) where deleted_ts is not null;
create index message_thread on message (workspace_id, channel_id, thread_ts, ts) where thread_ts is not null;

-- What a message said before an edit; gone with the message.
create table revision (
  workspace_id  bigint not null,
  channel_id    bigint not null,
  ts            bigint not null,
  revision      integer not null,
  body          bytea not null,
  replaced_ts   bigint not null,
  primary key (workspace_id, channel_id, ts, revision)
);

-- A person who was named in a message; user_id 0 stands for everybody in the channel.
create table mention (
  workspace_id  bigint not null,
  user_id       bigint not null,
  channel_id    bigint not null,
  ts            bigint not null,
  primary key (workspace_id, user_id, channel_id, ts)
);
create index mention_message on mention (workspace_id, channel_id, ts);

select guard_tenant_table(t) from unnest(array['message', 'revision', 'mention']::regclass[]) t;
grant select on message, revision, mention to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['message', 'revision', 'mention']::regclass[]) t;
grant select, insert, update on message to parley_writer;
grant select, insert, delete on revision, mention to parley_writer;
