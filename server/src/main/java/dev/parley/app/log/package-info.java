/// Where log lines go: warnings to the console, everything to a file of bounded size.
@NullMarked
@CheckReturnValue
package dev.parley.app.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
