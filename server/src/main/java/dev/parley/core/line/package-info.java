/// Lines in a channel's history that tell what happened to the channel rather than what somebody
/// wrote.
@NullMarked
@CheckReturnValue
package dev.parley.core.line;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
