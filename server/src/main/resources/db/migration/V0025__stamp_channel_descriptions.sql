-- Who set a channel's topic and its purpose last, and when; null if nobody has since this is kept.
alter table channel
  add column topic_by bigint,
  add column topic_at timestamptz,
  add column purpose_by bigint,
  add column purpose_at timestamptz;
