/// What clients are shown: immutable records, each of which writes itself as JSON in exactly one
/// way, for answers and events alike.
@NullMarked
@CheckReturnValue
package dev.parley.protocol.view;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
