/// Stars: messages and conversations that somebody saved for later; nobody else knows of them.
@NullMarked
@CheckReturnValue
package dev.parley.core.star;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
