-- Programs that work in a workspace. Manifest and signing secret are sealed.
create table app (
  workspace_id    bigint not null,
  id              bigint not null,
  name            text not null,
  manifest        bytea not null,
  signing_secret  bytea not null,
  created_by      bigint,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (workspace_id, id)
);

-- Whether an app is in use, and the bot user that it is in every history.
create table app_installation (
  workspace_id  bigint not null,
  app_id        bigint not null,
  bot_user_id   bigint not null,
  installed_by  bigint,
  installed_at  timestamptz not null default now(),
  removed_at    timestamptz,
  primary key (workspace_id, app_id)
);
create unique index app_installation_bot on app_installation (workspace_id, bot_user_id);

-- The app whose bot user an account is.
alter table user_account add column app_id bigint;
create unique index user_account_app on user_account (workspace_id, app_id);

select guard_tenant_table(t) from unnest(array['app', 'app_installation']::regclass[]) t;
grant select, insert, update on app, app_installation to parley_app;
