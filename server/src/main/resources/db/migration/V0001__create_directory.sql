-- Tables that know no tenant. Only parley_directory reaches them; the list is closed (a test holds it).
create table workspace (
  id          bigint primary key,
  slug        text not null unique,
  name        text not null,
  created_at  timestamptz not null default now(),
  deleted_at  timestamptz
);

-- Whoever can sign in, in however many workspaces. The address is sealed; its HMAC finds it.
create table identity (
  id             bigint primary key,
  email_hmac     bytea not null unique,
  email          bytea not null,
  password_hash  text,
  created_at     timestamptz not null default now()
);

create table identity_user (
  identity_id   bigint not null references identity (id),
  workspace_id  bigint not null references workspace (id),
  user_id       bigint not null,
  primary key (identity_id, workspace_id)
);

-- Node numbers are leased. clock_offset is the node's clock minus the database's.
create table node (
  id            smallint primary key,
  holder        uuid not null,
  lease_until   timestamptz not null,
  clock_offset  interval not null default '0'
);

-- One row: which history this database holds. The epoch grows when history may have been lost.
create table history_epoch (
  only_row           boolean primary key default true check (only_row),
  epoch              integer not null,
  system_identifier  bigint not null,
  timeline           integer not null
);

grant select, insert, update on workspace, identity, identity_user, history_epoch to parley_directory;
grant select, insert, update, delete on node to parley_directory;
