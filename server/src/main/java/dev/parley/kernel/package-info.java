/// Values that every other package speaks in: ids, timestamps, the clock, refusals and paging.
///
/// This package depends on nothing else of Parley and does no I/O.
@NullMarked
@CheckReturnValue
package dev.parley.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
