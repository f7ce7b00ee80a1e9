/// The settings of a server: where they come from and what they may be.
@NullMarked
@CheckReturnValue
package dev.parley.app.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
