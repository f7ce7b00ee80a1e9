/// Reactions: an emoji that somebody puts on a message.
@NullMarked
@CheckReturnValue
package dev.parley.core.reaction;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
