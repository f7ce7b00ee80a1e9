/// The methods, one list per noun. A method is a declaration and a few lines that call a service:
/// rules are in [dev.parley.core].
@NullMarked
@CheckReturnValue
package dev.parley.api.method;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
