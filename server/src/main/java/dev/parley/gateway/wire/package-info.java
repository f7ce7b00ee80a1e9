/// The JSON of the realtime protocol, as `docs/protocol.md` describes it: what clients send is read
/// into [ClientFrame]s, what the server says is written by [ServerFrames].
///
/// Everything here is pure and safe for use by many threads.
@NullMarked
@CheckReturnValue
package dev.parley.gateway.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
