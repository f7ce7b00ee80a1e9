create table user_account (
  workspace_id    bigint not null,
  id              bigint not null,
  identity_id     bigint,
  handle          text not null,
  display_name    text not null default '',
  role            smallint not null,
  is_bot          boolean not null default false,
  email           bytea,
  email_hmac      bytea,
  profile         bytea,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  deactivated_at  timestamptz,
  primary key (workspace_id, id)
);
create unique index user_account_handle on user_account (workspace_id, handle);
create unique index user_account_email on user_account (workspace_id, email_hmac);

create table session (
  workspace_id  bigint not null,
  id            bigint not null,
  user_id       bigint not null,
  secret_hash   bytea not null,
  user_agent    text not null default '',
  ip            text not null default '',
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz not null default now(),
  expires_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (workspace_id, id)
);
create index session_by_user on session (workspace_id, user_id);

create table token (
  workspace_id  bigint not null,
  id            bigint not null,
  user_id       bigint not null,
  kind          smallint not null,
  secret_hash   bytea not null,
  scopes        text[] not null default '{}',
  created_at    timestamptz not null default now(),
  expires_at    timestamptz,
  revoked_at    timestamptz,
  primary key (workspace_id, id)
);
create index token_by_user on token (workspace_id, user_id);

-- Which keyset seals this workspace's rows; the keyset itself lies in the key store.
create table keyset (
  workspace_id  bigint primary key,
  reference     text not null,
  created_at    timestamptz not null default now()
);

select guard_tenant_table(t) from unnest(array['user_account', 'session', 'token', 'keyset']::regclass[]) t;

grant select on user_account to parley_app;
grant select, insert, update on session, token to parley_app;
grant select, insert on keyset to parley_app;

select open_tenant_table('user_account', 'parley_writer');
grant select, insert, update on user_account to parley_writer;
