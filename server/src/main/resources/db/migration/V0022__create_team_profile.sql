-- Which fields a profile has in a workspace besides those that everybody has, in their order, sealed as one.
create table team_profile (
  workspace_id  bigint primary key,
  fields        bytea not null
);

select guard_tenant_table('team_profile');
grant select on team_profile to parley_app;

select open_tenant_table('team_profile', 'parley_writer');
grant select, insert, update on team_profile to parley_writer;
