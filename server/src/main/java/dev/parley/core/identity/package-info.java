/// Signing in: the identities that may have accounts in several workspaces, their passwords, and
/// the throttle against guessing. The only rules that look beyond one workspace.
@NullMarked
@CheckReturnValue
package dev.parley.core.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
