/// Conversations: channels, direct and group messages. Creating and opening them are changes of the
/// commit loop. [ConversationReader] reads those that somebody may see, [ChannelDirectory] finds
/// public ones by their names. Knows nothing of messages.
@NullMarked
@CheckReturnValue
package dev.parley.core.channel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
