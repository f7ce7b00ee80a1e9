/// What is to happen at a time. A row of `due_item` says that something of a kind is due; the
/// kind's own table holds what it is.
///
/// [dev.parley.core.schedule.Scheduler] looks for what is due, on every node, across workspaces:
/// its role sees ids and times, no contents. Then, in the workspace of the item, it takes it (which
/// nobody else can do for a while), has the kind's [dev.parley.core.schedule.DueHandler] do it, and
/// removes it. A crash in between leaves the item to be taken again: a handler is called at least
/// once, so it does its work under an id that was made when the item was.
@NullMarked
@CheckReturnValue
package dev.parley.core.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
