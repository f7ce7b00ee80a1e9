/// `parley serve`: the order in which a server starts and stops.
///
/// [ServeCommand] reads the settings, opens and locks the data directory, opens the log, looks at
/// the port, starts the database, and then whatever a [ServerRuntime] puts behind the port. All of
/// it is stopped in the opposite order, on the thread that started it.
@NullMarked
@CheckReturnValue
package dev.parley.app.serve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
