@NullMarked
@CheckReturnValue
package dev.parley.storage.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
