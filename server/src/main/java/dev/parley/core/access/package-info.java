/// Who may do what: the one way from an actor and an id to a thing they may use. Whatever they may
/// not know of is answered like an id that never existed.
@NullMarked
@CheckReturnValue
package dev.parley.core.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
