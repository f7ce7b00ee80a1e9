/// The PostgreSQL that Parley brings along: unpacked, initialised, started and watched inside the
/// data directory, so that one machine needs no database server of its own.
///
/// ## What lies where, below the data directory
/// `postgres/<version>/` the programs · `postgres/cluster-<major>/` the database ·
/// `postgres/port` the port it was given · `postgres/server.log` its log ·
/// `postgres/custom.conf` settings of the operator, if any ·
/// `keys/postgres-superuser` the password of its administrator.
///
/// ## Lifecycle
/// [EmbeddedPostgres#start] finds one of three situations: no database (initialise it), a database
/// at rest (start it), or a postmaster that outlived a killed server (adopt it). It is recognised
/// by its process id, its program file and its working directory, never by its name. From then on
/// a [PostmasterWatch] starts it again when it dies.
///
/// The caller holds the data directory's lock: two servers never come here for the same directory.
@NullMarked
@CheckReturnValue
package dev.parley.storage.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
