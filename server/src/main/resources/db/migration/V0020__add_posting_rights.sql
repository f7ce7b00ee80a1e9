-- The least role that may post at top level, and that may answer in threads (5: everybody), and who
-- may post besides.
alter table channel
  add column posting_role smallint not null default 5 check (posting_role between 2 and 5),
  add column reply_role smallint not null default 5 check (reply_role between 2 and 5),
  add column posters bigint[] not null default '{}';
