-- Who changed since somebody last looked.
create index user_account_updated on user_account (workspace_id, updated_at);
