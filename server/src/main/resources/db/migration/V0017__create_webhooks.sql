-- Addresses at which a program posts to one channel, as an app's bot. Only the secret's hash is kept.
create table webhook (
  workspace_id  bigint not null,
  id            bigint not null,
  app_id        bigint not null,
  channel_id    bigint not null,
  secret_hash   bytea not null,
  created_by    bigint,
  created_at    timestamptz not null default now(),
  revoked_at    timestamptz,
  primary key (workspace_id, id)
);
create index webhook_app on webhook (workspace_id, app_id) where revoked_at is null;

select guard_tenant_table('webhook');
grant select, insert, update on webhook to parley_app;
