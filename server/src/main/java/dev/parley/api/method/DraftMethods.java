package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.draft.DraftService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import java.util.List;

/// `client.drafts.*`: what a person has begun to write, on all their devices.
public final class DraftMethods {
  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<MessageTs> THREAD_TS = Arg.ts("thread_ts").or(MessageTs.ZERO);
  private static final Arg<String> TEXT =
      Arg.string("text").within("40,000 characters; empty to keep nothing").or("");

  private final DraftService drafts;

  public DraftMethods(DraftService drafts) {
    this.drafts = drafts;
  }

  public List<Method> all() {
    return List.of(
        Method.named("client.drafts.list", "Lists what the person has begun to write.")
            .page()
            .tier(RateTier.TIER_4)
            .does(
                call ->
                    Reply.ok().with("drafts", drafts.all(call.workspace(), call.actor().user()))),
        Method.named("client.drafts.set", "Keeps what the person has begun to write.")
            .page()
            .tier(RateTier.SPECIAL)
            .args(CHANNEL, THREAD_TS, TEXT)
            .writes()
            .errors("channel_not_found", "msg_too_long", "not_in_channel")
            .does(this::set));
  }

  private Reply set(Call call) {
    return Reply.ok()
        .with(
            "draft",
            drafts.keep(
                call.workspace(),
                call.actor().user(),
                call.get(CHANNEL),
                call.get(THREAD_TS),
                call.get(TEXT)));
  }
}
