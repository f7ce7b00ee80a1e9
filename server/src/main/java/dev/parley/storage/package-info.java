/// How Parley reaches PostgreSQL: roles, migrations, the tenant transaction, partitions and leases.
///
/// ## The schema
/// Two kinds of table. The *directory* (`workspace`, `identity`, `identity_user`, `node`,
/// `history_epoch`) knows no tenant and is reached by one role alone. Every other table is a
/// *tenant table*: its primary key starts with `workspace_id`, row-level security is enabled and
/// forced, and its rows are seen only in a transaction that names the workspace
/// ([TenantDatabase]). `parley_writer` has an open policy on the tables a committed change
/// touches and is used by exactly one class, the commit loop of
/// [dev.parley.storage.writer].
///
/// `stream_head` gives order (offsets, `ts`, message numbers), `event` keeps what happened for
/// seven days, `outbox` what was committed and perhaps not yet published. Bodies, topics, purposes,
/// profiles and addresses are sealed with the workspace's key ([dev.parley.storage.keys]).
@NullMarked
@CheckReturnValue
package dev.parley.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
