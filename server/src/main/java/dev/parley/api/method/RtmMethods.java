package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.api.Tickets;
import dev.parley.api.Tickets.Protocol;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.WorkspaceService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `rtm.*`: the way to a WebSocket.
public final class RtmMethods {
  private static final String[] BOT_SCOPES = {"rtm:stream", "bot"};
  private static final String[] USER_SCOPES = {"rtm:stream", "client"};
  private static final Arg<Boolean> BATCH_PRESENCE_AWARE =
      Arg.bool("batch_presence_aware").or(false);

  /// Presence is told to whoever subscribes to it, and to nobody else; taken for Slack's clients.
  private static final Arg<Boolean> PRESENCE_SUB = Arg.bool("presence_sub").or(true);

  private static final Set<String> POSTING = Set.of("chat:write", "bot");

  private final Tickets tickets;
  private final WorkspaceService workspaces;
  private final UserService users;

  public RtmMethods(Tickets tickets, WorkspaceService workspaces, UserService users) {
    this.tickets = tickets;
    this.workspaces = workspaces;
    this.users = users;
  }

  /// Whether a credential opens a WebSocket, with a ticket or without.
  public static boolean mayConnect(Actor actor) {
    return actor.mayAny(Set.of(actor.isBot() ? BOT_SCOPES : USER_SCOPES));
  }

  public List<Method> all() {
    return List.of(
        Method.named("rtm.connect", "Gives an address for one WebSocket, good for 30 seconds.")
            .botScopes(BOT_SCOPES)
            .userScopes(USER_SCOPES)
            .tier(RateTier.TIER_4)
            .args(BATCH_PRESENCE_AWARE, PRESENCE_SUB)
            .does(this::connect),
        Method.named("rtm.start", "Does what rtm.connect does.")
            .botScopes(BOT_SCOPES)
            .userScopes(USER_SCOPES)
            .tier(RateTier.TIER_4)
            .args(BATCH_PRESENCE_AWARE, PRESENCE_SUB)
            .does(call -> connect(call).with("warning", "method_deprecated")));
  }

  /// The page speaks Parley's own protocol, every program with a token Slack's.
  private static Protocol protocol(Call call) {
    return call.actor().credential() instanceof Credential.Session
        ? new Protocol.Own()
        : new Protocol.Rtm(call.actor().mayAny(POSTING), call.get(BATCH_PRESENCE_AWARE));
  }

  private Reply connect(Call call) {
    String origin = call.client().origin();
    String address =
        (call.client().isSecure() ? "wss" : "ws") + origin.substring(origin.indexOf(':')) + "/ws";
    Map<String, Object> self = new LinkedHashMap<>();
    self.put("id", call.actor().user().toString());
    self.put("name", users.get(call.workspace(), call.actor().user()).name());
    return Reply.ok()
        .with("url", address + "?ticket=" + tickets.issue(call.principal(), protocol(call)))
        .with("self", self)
        .with("team", TeamJson.of(workspaces.require(call.workspace().toString())));
  }
}
