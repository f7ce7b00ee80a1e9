-- What an emoji was called before it was renamed: programs are told which of their names is gone.
alter table emoji add column former_name text;
