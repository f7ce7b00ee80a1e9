-- Puts a table under tenant isolation: every tenant table goes through here, partitions too.
-- parley_app sees the rows of the workspace that its transaction names, and nothing without a name.
create function guard_tenant_table(target regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to parley_app '
    'using (workspace_id = nullif(current_setting(''parley.workspace_id'', true), '''')::bigint)',
    target);
end
$$;

-- Opens a guarded table to the one writer (or the relay), which works for all tenants in a batch.
create function open_tenant_table(target regclass, to_role text) returns void
language plpgsql as $$
begin
  execute format('create policy %I on %s to %I using (true) with check (true)', to_role, target, to_role);
end
$$;

revoke execute on function guard_tenant_table(regclass) from public;
revoke execute on function open_tenant_table(regclass, text) from public;
