/// Messages: posting, editing, deleting and reading them.
///
/// Posts, edits and deletions are changes of the commit loop ([PostKind], [EditKind],
/// [DeleteKind]); reading goes through [MessageReader]. A body is sealed for its workspace,
/// channel, `ts` and revision. What a channel is and who may do what there is asked of
/// [dev.parley.core.access].
@NullMarked
@CheckReturnValue
package dev.parley.core.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
