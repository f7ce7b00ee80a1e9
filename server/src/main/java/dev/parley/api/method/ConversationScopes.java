package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.Reply;
import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.TenantDatabase;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which scopes open which conversations: each only its own kind. The gate lets a token pass that
/// has any scope of a right; here it is refused the kinds of which it has none. A conversation that
/// the caller may not know of is left to the method: it is answered like one that never existed.
final class ConversationScopes {
  private final TenantDatabase database;
  private final ChannelAccess channels;

  ConversationScopes(TenantDatabase database, ChannelAccess channels) {
    this.database = database;
    this.channels = channels;
  }

  /// The kinds that scopes tell apart.
  enum Kind {
    PUBLIC,
    PRIVATE,
    DIRECT,
    GROUP
  }

  /// What a method does with a conversation, with the scopes of each [Kind] of which one is enough;
  /// none where no conversation of the kind has it done to it.
  enum Right {
    READ("channels:read", "groups:read", "im:read", "mpim:read"),
    HISTORY("channels:history", "groups:history", "im:history", "mpim:history"),
    WRITE("channels:manage channels:write", "groups:write", "im:write", "mpim:write"),
    DESCRIBE(
        "channels:manage channels:write channels:write.topic",
        "groups:write groups:write.topic",
        "im:write im:write.topic",
        "mpim:write mpim:write.topic"),
    INVITE(
        "channels:manage channels:write channels:write.invites",
        "groups:write groups:write.invites",
        "",
        "");

    private final String publics;
    private final String privates;
    private final String directs;
    private final String groups;

    Right(String publics, String privates, String directs, String groups) {
      this.publics = publics;
      this.privates = privates;
      this.directs = directs;
      this.groups = groups;
    }

    private Set<String> of(Kind kind) {
      String words =
          switch (kind) {
            case PUBLIC -> publics;
            case PRIVATE -> privates;
            case DIRECT -> directs;
            case GROUP -> groups;
          };
      return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
    }

    /// All its scopes: the gate asks for one of them.
    String[] all() {
      return Arrays.stream(Kind.values())
          .flatMap(kind -> of(kind).stream())
          .sorted()
          .toArray(String[]::new);
    }
  }

  /// Does something with one conversation for callers whose scopes open it.
  Method.Handler guard(Right right, Arg<ChannelId> channel, Method.Handler handler) {
    return call -> refusal(call, right, call.get(channel)).orElseGet(() -> handler.handle(call));
  }

  /// Whether the caller's scopes open conversations of a kind.
  static boolean may(Call call, Right right, Kind kind) {
    return call.actor().mayAny(right.of(kind));
  }

  /// The refusal of a caller whose scopes do not open conversations of a kind.
  static Reply missing(Call call, Right right, Kind kind) {
    return Reply.refused("missing_scope")
        .with("needed", String.join(",", new TreeSet<>(right.of(kind))))
        .with("provided", String.join(",", new TreeSet<>(call.actor().credential().granted())));
  }

  /// The refusal of a caller whose scopes do not open a conversation that they may see.
  Optional<Reply> refusal(Call call, Right right, ChannelId channel) {
    boolean opensAll = Arrays.stream(Kind.values()).allMatch(kind -> may(call, right, kind));
    return opensAll
        ? Optional.empty()
        : kind(call, channel)
            .filter(kind -> !may(call, right, kind))
            .map(kind -> missing(call, right, kind));
  }

  private Optional<Kind> kind(Call call, ChannelId channel) {
    return switch (channel.kind()) {
      case DIRECT -> Optional.of(Kind.DIRECT);
      case GROUP -> Optional.of(Kind.GROUP);
      case CHANNEL -> visible(call, channel).map(v -> v.isPrivate() ? Kind.PRIVATE : Kind.PUBLIC);
    };
  }

  private Optional<ChannelView> visible(Call call, ChannelId channel) {
    try {
      return Optional.of(
          database.read(
              call.workspace(),
              handle -> channels.visible(handle, call.workspace(), call.actor().user(), channel)));
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }
}
