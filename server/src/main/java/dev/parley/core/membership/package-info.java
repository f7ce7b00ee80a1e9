/// Memberships: who is in a channel, and what they have read there. Joining, leaving and marking
/// are changes of the commit loop.
@NullMarked
@CheckReturnValue
package dev.parley.core.membership;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
