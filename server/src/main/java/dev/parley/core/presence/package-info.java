/// Whether people are there: what they say themselves, else what their connections say.
@NullMarked
@CheckReturnValue
package dev.parley.core.presence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
