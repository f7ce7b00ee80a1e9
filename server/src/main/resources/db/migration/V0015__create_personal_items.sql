-- A link that is put up for everybody in a channel. Title, link and emoji are sealed.
create table bookmark (
  workspace_id  bigint not null,
  id            bigint not null,
  channel_id    bigint not null,
  title         bytea not null,
  link          bytea not null,
  emoji         bytea,
  updated_by    bigint not null,
  created_at    timestamptz not null,
  updated_at    timestamptz,
  primary key (workspace_id, id)
);
create index bookmark_channel on bookmark (workspace_id, channel_id, id);

-- A message that somebody saved for later, or (ts 0) a whole conversation.
create table star (
  workspace_id  bigint not null,
  user_id       bigint not null,
  channel_id    bigint not null,
  ts            bigint not null,
  id            bigint not null,
  created_at    timestamptz not null,
  primary key (workspace_id, user_id, channel_id, ts)
);
create index star_user on star (workspace_id, user_id, id);

select guard_tenant_table(t) from unnest(array['bookmark', 'star']::regclass[]) t;
grant select on bookmark, star to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['bookmark', 'star']::regclass[]) t;
grant select, insert, update, delete on bookmark to parley_writer;
grant select, insert, delete on star to parley_writer;

-- What somebody has themselves be told at a time; due_item has the same id. What it says and when it recurs is sealed.
-- due_at is when it is due next, or was.
create table reminder (
  workspace_id  bigint not null,
  id            bigint not null,
  user_id       bigint not null,
  body          bytea not null,
  due_at        timestamptz not null,
  completed_at  timestamptz,
  primary key (workspace_id, id)
);
create index reminder_user on reminder (workspace_id, user_id, id);

select guard_tenant_table('reminder');
grant select, insert, update, delete on reminder to parley_app;
