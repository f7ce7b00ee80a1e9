-- Who changed is told by the workspace's stream.
drop index user_account_updated;
