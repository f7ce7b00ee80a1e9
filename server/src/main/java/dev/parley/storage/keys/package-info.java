/// Keys: one master key per deployment, one keyset per workspace wrapped by it, and what is sealed
/// with them. Keysets live in a [KeyStore], never in the tenants' database or its backups: a
/// workspace whose keyset is destroyed is unreadable from then on.
@NullMarked
@CheckReturnValue
package dev.parley.storage.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
