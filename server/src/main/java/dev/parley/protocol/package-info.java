/// The realtime protocol's vocabulary: frame types, error codes and close codes, as
/// `docs/protocol.md` describes them, and the generator of the web client's types.
@NullMarked
@CheckReturnValue
package dev.parley.protocol;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
