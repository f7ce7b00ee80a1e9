/// Checks that span the whole server: architecture, every SQL statement, promises, failures.
@NullMarked
package dev.parley.verify;

import org.jspecify.annotations.NullMarked;
