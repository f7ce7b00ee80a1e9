/// Workspaces, the tenants: the directory of them and how one is made. A workspace exists from the
/// moment its directory row does, which is written last.
@NullMarked
@CheckReturnValue
package dev.parley.core.workspace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
