-- Public channels by name, those that are not archived first. Without a transaction, so that
-- channels can be written meanwhile; what an attempt that was broken off left is taken away first.
drop index concurrently if exists channel_title;
create index concurrently channel_title
  on channel (workspace_id, (archived_at is not null), name collate title_order, name collate "C")
  where name is not null and not is_private;
