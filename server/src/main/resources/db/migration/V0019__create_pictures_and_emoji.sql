-- Small pictures that the page and programs fetch by an address which cannot be guessed. Sealed.
create table picture (
  workspace_id  bigint not null,
  id            bigint not null,
  size          smallint not null,
  key           text not null,
  media_type    text not null,
  bytes         bytea not null,
  created_at    timestamptz not null,
  primary key (workspace_id, id, size)
);

-- The workspace's own emoji: a picture, or another name of an emoji. Those that were removed stay
-- as rows without a picture, so that the events about them can be told.
create table emoji (
  workspace_id  bigint not null,
  id            bigint not null,
  name          text not null,
  picture_id    bigint,
  picture_key   text,
  alias_for     text,
  created_by    bigint not null,
  created_at    timestamptz not null,
  removed_at    timestamptz,
  primary key (workspace_id, id)
);
create unique index emoji_name on emoji (workspace_id, name) where removed_at is null;

select guard_tenant_table(t) from unnest(array['picture', 'emoji']::regclass[]) t;
grant select on picture, emoji to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['picture', 'emoji']::regclass[]) t;
grant select, insert, delete on picture to parley_writer;
grant select, insert, update on emoji to parley_writer;
