/// Pins: messages that are put up for everybody in their channel.
@NullMarked
@CheckReturnValue
package dev.parley.core.pin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
