/// Slack's RTM as `docs/rtm.md` describes it: what a client sends is read into [RtmFrame]s, what
/// the server says is written by [RtmAnswers], and events are put into Slack's words by
/// [RtmTranslator]. What only the rules of chat know is asked of an [RtmDesk].
///
/// Pure but for the translator, which belongs to one stream of one loop.
@NullMarked
@CheckReturnValue
package dev.parley.gateway.rtm;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
