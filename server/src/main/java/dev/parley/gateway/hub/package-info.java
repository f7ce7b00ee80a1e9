/// The hub: which connections of one event loop receive which streams, in what order, from where.
///
/// **Model.** A [Hub] belongs to one event loop and shares nothing with the hubs of others. It has
/// a [LiveStream] for every stream that some connection of its loop receives: the last offset, a
/// ring of recent publications and its [Audience]. A subscription is *live* when its connection was
/// sent everything up to the stream's last offset, else *behind* at a position of its own.
///
/// **Concurrency.** Everything is confined to the loop. Signals of the broker and results of reads
/// arrive as tasks on it; what may block (subscribing, reading) runs on an executor given for that.
/// Nothing here knows Netty or threads, so a simulation can run many hubs on a clock of its own.
///
/// **Order.** Events of a stream enter the ring in offset order, each once. A connection that is
/// behind is sent the ring's entries (after a read where the ring does not reach back) and becomes
/// live in the same step that sends the last of them: nothing is sent twice or skipped.
///
/// **Lifecycle.** A stream subscribes before it reads, is kept a while after its last connection
/// has
/// left, and then closes its subscription.
@NullMarked
@CheckReturnValue
package dev.parley.gateway.hub;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
