/// Reminders: what people have themselves be told at a time, once or again and again.
@NullMarked
@CheckReturnValue
package dev.parley.core.reminder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
