-- Whether the person ended the session themselves, here or on another device.
alter table session add column signed_out boolean not null default false;
