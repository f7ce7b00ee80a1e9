/// Do not disturb: when people do not want to be drawn to anything, every day or for a while.
@NullMarked
@CheckReturnValue
package dev.parley.core.dnd;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
