/// `parley admin …`: talks to the operator API of a running server.
@NullMarked
@CheckReturnValue
package dev.parley.app.admin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
