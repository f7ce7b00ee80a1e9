package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ChannelEdit;
import dev.parley.core.channel.ChannelService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.PostingView.Level;
import dev.parley.storage.TenantDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `admin.conversations.*` by which admins say who sees a channel and who may post in it.
public final class ChannelPrefMethods {
  private static final String NOT_SET = "could_not_set_channel_pref";
  private static final String POSTING = "who_can_post";
  private static final String REPLYING = "can_thread";
  private static final int MAX_PEOPLE = 100;

  private static final Arg<ChannelId> CHANNEL =
      Arg.channelId("channel_id").missing("channel_not_found");
  private static final Arg<JsonNode> PREFS = Arg.object("prefs").bad(NOT_SET).required();

  private final TenantDatabase database;
  private final ChannelService channels;

  public ChannelPrefMethods(TenantDatabase database, ChannelService channels) {
    this.database = database;
    this.channels = channels;
  }

  public List<Method> all() {
    return List.of(
        writing(
                "admin.conversations.convertToPrivate",
                "Lets only its members know of a channel from now on.")
            .args(CHANNEL)
            .errors("could_not_convert_channel")
            .does(call -> edit(call, new ChannelEdit.Private(true))),
        writing(
                "admin.conversations.convertToPublic",
                "Lets everybody see, read and join a channel from now on.")
            .args(CHANNEL)
            .errors("could_not_convert_channel")
            .does(call -> edit(call, new ChannelEdit.Private(false))),
        writing(
                "admin.conversations.setConversationPrefs",
                "Says who may post in a channel and who may answer in its threads.")
            .args(CHANNEL, PREFS)
            .errors(NOT_SET, "user_not_found")
            .does(call -> edit(call, posting(call.get(PREFS)))),
        Method.named(
                "admin.conversations.getConversationPrefs",
                "Tells who may post in a channel and who may answer in its threads.")
            .people()
            .userScopes("admin.conversations:read")
            .tier(RateTier.TIER_2)
            .args(CHANNEL)
            .errors("channel_not_found")
            .does(this::prefs));
  }

  private static Method.Draft writing(String name, String summary) {
    return Method.named(name, summary)
        .people()
        .userScopes("admin.conversations:write")
        .tier(RateTier.TIER_2)
        .writes()
        .errors(
            "channel_not_found",
            "is_archived",
            "method_not_supported_for_channel_type",
            "not_in_channel",
            "restricted_action",
            "user_is_restricted");
  }

  private Reply edit(Call call, ChannelEdit edit) {
    var _ = channels.edit(call.actor(), call.get(CHANNEL), edit);
    return Reply.ok();
  }

  private Reply prefs(Call call) {
    PostingView posting =
        database
            .read(
                call.workspace(),
                handle ->
                    channels.visible(
                        handle, call.workspace(), call.actor().user(), call.get(CHANNEL)))
            .posting();
    JsonView prefs =
        json -> {
          json.writeFieldName(POSTING);
          PostingView.write(json, posting.messages(), posting.people());
          json.writeFieldName(REPLYING);
          PostingView.write(json, posting.replies(), List.of());
        };
    return Reply.ok().with("prefs", prefs);
  }

  private static ChannelEdit.Posting posting(JsonNode prefs) {
    for (String name : (Iterable<String>) prefs::fieldNames) {
      if (!name.equals(POSTING) && !name.equals(REPLYING)) {
        throw new Refusal(NOT_SET, "unknown preference: " + name);
      }
    }
    Right posting = Right.read(prefs.get(POSTING));
    Right replying = Right.read(prefs.get(REPLYING));
    if (replying != null && !replying.people().isEmpty()) {
      throw new Refusal(NOT_SET, "can_thread takes types only");
    }
    return new ChannelEdit.Posting(
        posting == null ? null : posting.level(),
        posting == null ? List.of() : posting.people(),
        replying == null ? null : replying.level());
  }

  /// One preference, as `{"type":["admin"],"user":["U1"]}` or `type:admin,user:U1`. People alone
  /// are besides the owners.
  private record Right(Level level, List<UserId> people) {

    static @Nullable Right read(@Nullable JsonNode node) {
      if (node == null || node.isNull() || (node.isTextual() && node.asText().isBlank())) {
        return null;
      }
      List<String> types = new ArrayList<>();
      List<String> users = new ArrayList<>();
      if (node.isObject()) {
        node.path("type").forEach(type -> types.add(type.asText()));
        node.path("user").forEach(user -> users.add(user.asText()));
      } else {
        for (String part : node.asText().split(",", -1)) {
          String[] pair = part.strip().split(":", 2);
          if (pair.length < 2 || !(pair[0].equals("type") || pair[0].equals("user"))) {
            throw new Refusal(NOT_SET, "not understood: " + part);
          }
          (pair[0].equals("type") ? types : users).add(pair[1].strip());
        }
      }
      if ((types.isEmpty() && users.isEmpty()) || users.size() > MAX_PEOPLE) {
        throw new Refusal(NOT_SET, "nobody, or more than " + MAX_PEOPLE + " people");
      }
      Level level =
          types.stream()
              .map(
                  type ->
                      Level.ofWireName(type)
                          .orElseThrow(() -> new Refusal(NOT_SET, "unknown type: " + type)))
              .max(Comparator.comparingInt(Level::role))
              .orElse(Level.OWNER);
      List<UserId> people =
          users.stream()
              .map(id -> UserId.parse(id).orElseThrow(() -> new Refusal("user_not_found")))
              .distinct()
              .toList();
      return new Right(level, people);
    }
  }
}
