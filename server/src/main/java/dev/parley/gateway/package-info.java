/// The realtime gateway: client connections on the port of the HTTP server, and what reaches them.
///
/// [Gateway] is the face to the rest of the server. A WebSocket request is taken over from the HTTP
/// server ([dev.parley.gateway.websocket.ChannelTakeover]), admitted, authenticated on a virtual
/// thread and handed to the hub of its event loop ([dev.parley.gateway.hub]). Knows ids and opaque
/// bytes, no rules of chat and no SQL.
///
/// **Concurrency.** A connection lives on the event loop of its channel, together with the loop's
/// hub, timing wheel and list of connections to flush ([LoopGateway]). Only admission and metrics
/// are shared by loops, and safe for that.
@NullMarked
@CheckReturnValue
package dev.parley.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
