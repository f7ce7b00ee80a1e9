/// The WebSocket protocol (RFC 6455) as a server speaks it: the handshake on a connection that is
/// taken over from the HTTP server, a decoder for client frames, an encoder for shared frames.
///
/// A connection's decoder is confined to its event loop; everything else is stateless. Extensions
/// are not offered, so a frame with a reserved bit is a violation.
@NullMarked
@CheckReturnValue
package dev.parley.gateway.websocket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
