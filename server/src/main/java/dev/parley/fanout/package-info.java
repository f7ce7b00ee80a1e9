/// The way of an event from the node that committed it to the gateways that hold connections for
/// its stream: what is published, and the seam to the broker that carries it.
///
/// Publishing follows the commit and may fail, arrive twice or out of order; offsets let a gateway
/// notice all three. Nothing here knows rules of chat or the database: an event is opaque bytes
/// with the few facts a gateway needs ([Publication]).
@NullMarked
@CheckReturnValue
package dev.parley.fanout;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
