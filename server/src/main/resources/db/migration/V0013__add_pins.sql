-- A message that somebody put up for everybody in its channel.
alter table message
  add column pinned_by  bigint,
  add column pinned_at  timestamptz;
create index message_pinned on message (workspace_id, channel_id, pinned_at) where pinned_at is not null;
