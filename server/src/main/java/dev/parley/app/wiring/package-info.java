/// Puts the server together, one record per concern, by plain constructors: what is made here is
/// made once and handed on.
@NullMarked
@CheckReturnValue
package dev.parley.app.wiring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
