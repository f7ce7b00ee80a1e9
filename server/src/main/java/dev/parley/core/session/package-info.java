/// Sessions: browsers in which a person is signed in to a workspace.
@NullMarked
@CheckReturnValue
package dev.parley.core.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
