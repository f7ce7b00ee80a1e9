package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.method.ConversationScopes.Right;
import dev.parley.core.channel.ChannelEdit;
import dev.parley.core.channel.ChannelService;
import dev.parley.kernel.ChannelId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.TenantDatabase;
import java.util.List;

/// `conversations.*` that change a channel as such.
public final class ChannelMethods {
  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel").missing("channel_not_found");
  private static final Arg<String> NAME = Arg.string("name").missing("invalid_name_required");
  private static final Arg<String> TOPIC = Arg.string("topic").within("250 characters").required();
  private static final Arg<String> PURPOSE =
      Arg.string("purpose").within("250 characters").required();

  private final ChannelService channels;
  private final ConversationScopes scopes;

  public ChannelMethods(TenantDatabase database, ChannelService channels) {
    this.channels = channels;
    this.scopes = new ConversationScopes(database, channels);
  }

  public List<Method> all() {
    return List.of(
        change("conversations.rename", "Gives a channel another name: its creator or an admin.")
            .scopes(Right.WRITE.all())
            .args(CHANNEL, NAME)
            .errors(
                "channel_not_found",
                "invalid_name_required",
                "invalid_name_maxlength",
                "invalid_name_punctuation",
                "invalid_name_specials",
                "is_archived",
                "method_not_supported_for_channel_type",
                "name_taken",
                "not_authorized",
                "not_in_channel",
                "user_is_restricted")
            .does(scopes.guard(Right.WRITE, CHANNEL, this::rename)),
        describe("conversations.setTopic", "Sets a channel's topic; an empty one clears it.", TOPIC)
            .does(scopes.guard(Right.DESCRIBE, CHANNEL, this::setTopic)),
        describe(
                "conversations.setPurpose",
                "Sets a channel's purpose; an empty one clears it.",
                PURPOSE)
            .does(scopes.guard(Right.DESCRIBE, CHANNEL, this::setPurpose)),
        change("conversations.archive", "Closes a channel: it can be read, nobody can write.")
            .scopes(Right.WRITE.all())
            .args(CHANNEL)
            .errors(
                "already_archived",
                "cant_archive_general",
                "channel_not_found",
                "method_not_supported_for_channel_type",
                "not_in_channel",
                "user_is_restricted")
            .does(scopes.guard(Right.WRITE, CHANNEL, call -> archive(call, true))),
        change("conversations.unarchive", "Opens a channel again.")
            .scopes(Right.WRITE.all())
            .args(CHANNEL)
            .errors(
                "channel_not_found",
                "method_not_supported_for_channel_type",
                "not_archived",
                "not_in_channel",
                "user_is_restricted")
            .does(scopes.guard(Right.WRITE, CHANNEL, call -> archive(call, false))));
  }

  private static Method.Draft change(String name, String summary) {
    return Method.named(name, summary).tier(RateTier.TIER_2).writes();
  }

  private static Method.Draft describe(String name, String summary, Arg<String> text) {
    return change(name, summary)
        .scopes(Right.DESCRIBE.all())
        .args(CHANNEL, text)
        .errors(
            "channel_not_found",
            "is_archived",
            "method_not_supported_for_channel_type",
            "not_in_channel",
            "too_long",
            "user_is_restricted");
  }

  private Reply rename(Call call) {
    return Reply.ok().with("channel", edit(call, new ChannelEdit.Name(call.get(NAME))));
  }

  private Reply setTopic(Call call) {
    return Reply.ok().with("channel", edit(call, new ChannelEdit.Topic(call.get(TOPIC))));
  }

  private Reply setPurpose(Call call) {
    return Reply.ok().with("channel", edit(call, new ChannelEdit.Purpose(call.get(PURPOSE))));
  }

  private Reply archive(Call call, boolean archived) {
    var _ = edit(call, new ChannelEdit.Archived(archived));
    return Reply.ok();
  }

  private ChannelView edit(Call call, ChannelEdit edit) {
    return channels.edit(call.actor(), call.get(CHANNEL), edit);
  }
}
