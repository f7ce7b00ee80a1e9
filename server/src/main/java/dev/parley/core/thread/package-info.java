/// Threads: which replies a message has, and who follows them.
///
/// A thread is kept on the message that it hangs on, its root. Posts and deletions keep it by
/// [ThreadRows]; following and reading it are changes of its own ([FollowThreadKind]).
@NullMarked
@CheckReturnValue
package dev.parley.core.thread;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
