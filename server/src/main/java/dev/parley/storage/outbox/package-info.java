/// From the commit to the broker: the publisher sends what this node committed, the relay sends
/// what a crashed node left in the outbox.
///
/// A row of `outbox` stands for a workspace's events of one batch. It is deleted only after those
/// events were handed to the broker, so a crash at any point leads to publishing twice, never to
/// not publishing.
@NullMarked
@CheckReturnValue
package dev.parley.storage.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
