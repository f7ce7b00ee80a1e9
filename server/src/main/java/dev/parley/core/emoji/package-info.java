/// The emoji that a workspace has made itself.
@NullMarked
@CheckReturnValue
package dev.parley.core.emoji;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
