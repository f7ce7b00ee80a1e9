-- Whether the author may post in public channels that they are not in.
alter table scheduled_message add column reaches_public boolean not null default false;
