/// What the commands share: flags and the failure that is told in one sentence.
@NullMarked
@CheckReturnValue
package dev.parley.app.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
