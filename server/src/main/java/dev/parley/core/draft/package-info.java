/// Drafts: what people have begun to write, the same on all their devices.
@NullMarked
@CheckReturnValue
package dev.parley.core.draft;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
