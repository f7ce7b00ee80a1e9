-- By what an app shows that it is itself when it takes itself out of use.
alter table app add column client_secret_hash bytea;

-- What became of apps and webhooks, for admins to look up.
create table app_change (
  workspace_id  bigint not null,
  id            bigint not null,
  app_id        bigint not null,
  webhook_id    bigint,
  channel_id    bigint,
  kind          smallint not null check (kind between 1 and 3),
  actor_id      bigint,
  changed_at    timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index app_change_app on app_change (workspace_id, app_id, id);

select guard_tenant_table('app_change');
grant select, insert on app_change to parley_app;
