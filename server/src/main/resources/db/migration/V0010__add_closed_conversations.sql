-- A member has put the conversation away until something newer than this is said.
alter table membership add column closed_ts bigint;
