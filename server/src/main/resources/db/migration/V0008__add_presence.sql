-- Whether somebody says that they are away; else their connections say it.
alter table user_account add column away boolean not null default false;
grant update (away) on user_account to parley_app;
