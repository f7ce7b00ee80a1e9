-- Groups of people that are addressed by one name. The description is sealed. A disabled group keeps its people.
create table usergroup (
  workspace_id  bigint not null,
  id            bigint not null,
  name          text not null,
  handle        text not null,
  description   bytea,
  channels      bigint[] not null default '{}',
  created_by    bigint not null,
  updated_by    bigint not null,
  deleted_by    bigint,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (workspace_id, id)
);
create unique index usergroup_name on usergroup (workspace_id, name);
create unique index usergroup_handle on usergroup (workspace_id, handle);

create table usergroup_member (
  workspace_id  bigint not null,
  usergroup_id  bigint not null,
  user_id       bigint not null,
  primary key (workspace_id, usergroup_id, user_id)
);

select guard_tenant_table(t) from unnest(array['usergroup', 'usergroup_member']::regclass[]) t;
grant select on usergroup, usergroup_member to parley_app;

select open_tenant_table(t, 'parley_writer') from unnest(array['usergroup', 'usergroup_member']::regclass[]) t;
grant select, insert, update on usergroup to parley_writer;
grant select, insert, delete on usergroup_member to parley_writer;
