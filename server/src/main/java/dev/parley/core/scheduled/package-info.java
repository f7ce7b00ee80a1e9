/// Messages that are to be posted later.
@NullMarked
@CheckReturnValue
package dev.parley.core.scheduled;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
