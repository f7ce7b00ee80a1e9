/// What was written: how the text of a message, or of a line of a channel, is stored sealed.
@NullMarked
@CheckReturnValue
package dev.parley.core.body;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
