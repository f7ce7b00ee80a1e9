/// Reads events back for whoever missed them, as they would be published now.
@NullMarked
@CheckReturnValue
package dev.parley.core.backfill;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
