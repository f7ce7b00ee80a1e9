/// The text of messages: escaped mrkdwn, what is markup in it and what it says as blocks.
@NullMarked
@CheckReturnValue
package dev.parley.protocol.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
