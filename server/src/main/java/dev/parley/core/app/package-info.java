/// Apps: programs that work in a workspace as a bot, made from a manifest in Slack's format.
///
/// A manifest is kept whole: what is delivered to an app (events, commands, interactivity) is said
/// there. An app's rows are never deleted, so that every history says what posted in it.
@NullMarked
@CheckReturnValue
package dev.parley.core.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
