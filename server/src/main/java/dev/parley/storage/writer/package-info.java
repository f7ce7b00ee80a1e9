/// The commit loop: every change that makes an event is committed here, many changes of many
/// workspaces in one transaction, and gets its place in its streams' order here.
///
/// ## Model
/// A [Change] names the streams it moves. The [CommitLoop] collects changes in a [BatchQueue],
/// round robin by workspace. A batch is one transaction: lock the heads of all streams in one
/// ordered statement, skipping those that somebody else holds; let each [ChangeKind] *admit* its
/// changes by fresh reads and then write them, with offsets, `ts` and message numbers from the
/// locked heads. Events, outbox and heads are written in one statement, and one commit makes all
/// of it durable.
///
/// While a batch is in flight the next one grows. When a full one waits, a second [CommitLane]
/// takes it, so that one batch is sealed while the database works on the other; the two have no
/// stream in common.
///
/// ## Concurrency
/// Each lane has a thread and a connection; kinds are called on it and may use the batch's
/// connection only. Any thread may submit. Other nodes run loops of their own: ordered locking
/// keeps them from deadlock, and the rule that heads are locked before anything is read keeps
/// offsets without gaps.
///
/// ## Guarantees
/// A future completes only when the change is durable. A change whose commit has an unknown outcome
/// is looked up and, if it is not there, made again: never twice. A batch that fails is halved
/// until the one bad change fails alone. Changes of one stream keep the order in which they were
/// submitted: what has to wait makes those behind it on the same streams wait too ([BatchQueue]
/// among batches, [Postponed] within one).
@NullMarked
@CheckReturnValue
package dev.parley.storage.writer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
