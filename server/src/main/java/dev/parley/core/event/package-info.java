/// Events: their types, how a stored event becomes what clients receive, and how events are read
/// back for whoever missed them.
@NullMarked
@CheckReturnValue
package dev.parley.core.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
