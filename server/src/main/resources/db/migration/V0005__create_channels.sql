create table channel (
  workspace_id  bigint not null,
  id            bigint not null,
  name          text,
  is_private    boolean not null,
  is_general    boolean not null default false,
  member_key    text,
  creator_id    bigint not null,
  topic         bytea,
  purpose       bytea,
  member_count  integer not null default 0,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  archived_at   timestamptz,
  primary key (workspace_id, id)
);
create unique index channel_name on channel (workspace_id, name);
create unique index channel_members on channel (workspace_id, member_key);

-- The read marker is (read_ts, read_no). It grows, except when somebody marks unread: that starts a
-- new read_version, within which it grows again.
create table membership (
  workspace_id  bigint not null,
  channel_id    bigint not null,
  user_id       bigint not null,
  role          smallint not null default 0,
  joined_at     timestamptz not null default now(),
  read_ts       bigint not null default 0,
  read_no       integer not null default 0,
  read_version  integer not null default 0,
  muted         boolean not null default false,
  primary key (workspace_id, channel_id, user_id)
) with (fillfactor = 70);
create index membership_user on membership (workspace_id, user_id);

select guard_tenant_table(t) from unnest(array['channel', 'membership']::regclass[]) t;
grant select on channel, membership to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['channel', 'membership']::regclass[]) t;
grant select, insert, update on channel to parley_writer;
grant select, insert, update, delete on membership to parley_writer;
