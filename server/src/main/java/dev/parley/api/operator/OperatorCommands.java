package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.StandingService;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.token.TokenKind;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/// What the operator can ask for. Blocks; run it on virtual threads.
public final class OperatorCommands {
  private static final int MAX_COUNT = 100_000;
  private static final int CHUNK = 500;
  private static final int PAGE = 1_000;
  private static final Set<String> EVERYTHING = Set.of(Credential.Token.CLIENT);

  private final Services services;
  private final SortedSet<String> scopes;

  /// @param scopes those that a token may have
  public OperatorCommands(Services services, SortedSet<String> scopes) {
    this.services = services;
    this.scopes = scopes;
  }

  /// What the commands use.
  public record Services(
      WorkspaceService workspaces,
      AccountService accounts,
      StandingService standings,
      UserService users,
      OperatorPasswords passwords,
      TokenService tokens,
      ChannelService channels,
      MembershipService memberships,
      OperatorApps apps,
      OperatorWebhooks webhooks) {}

  /// Runs a command.
  ///
  /// @param lines gets the answer, one object a line, as it comes into being
  /// @throws Refusal `unknown_command`, `unknown_argument`, `missing_argument`, and what the rules
  ///     refuse
  void run(String command, JsonNode args, Consumer<Map<String, Object>> lines) {
    OperatorCommand known = OperatorCommand.of(command);
    known.requireKnown(args::fieldNames);
    switch (known) {
      case WORKSPACE_CREATE -> createWorkspace(args, lines);
      case USER_CREATE -> createUser(args, lines);
      case USER_ROLE, USER_DEACTIVATE, USER_REACTIVATE -> stand(known, args, lines);
      case CHANNEL_CREATE -> createChannel(args, lines);
      case TOKEN_CREATE -> createToken(args, lines);
      case APP_CREATE, APP_LIST, APP_SHOW, APP_INSTALL, APP_REMOVE, APP_ROTATE ->
          services.apps().run(known, workspace(args), args, lines);
      case WEBHOOK_CREATE, WEBHOOK_LIST, WEBHOOK_REVOKE ->
          services.webhooks().run(known, workspace(args), args, lines);
    }
  }

  private void createWorkspace(JsonNode args, Consumer<Map<String, Object>> lines) {
    EmailAddress email =
        OperatorArgs.email(args, "owner_email")
            .orElseThrow(() -> OperatorArgs.missing("owner_email"));
    String handle = OperatorArgs.text(args, "owner_name").orElseGet(email::localPart);
    String name = OperatorArgs.name(args, "name").orElseThrow(() -> OperatorArgs.missing("name"));
    String slug = OperatorArgs.required(args, "slug");
    String realName = OperatorArgs.name(args, "owner_real_name").orElse("");
    OperatorPasswords.Given password =
        services.passwords().of(args, Optional.of(email), handle, name, slug);
    AccountService.Founded founded =
        services
            .accounts()
            .found(
                name,
                slug,
                new AccountService.Person(
                    handle, realName, Optional.of(email), password.hash(), Role.PRIMARY_OWNER),
                false);
    WorkspaceId workspace = founded.workspace().id();
    UserId owner = founded.owner().id();
    Map<String, Object> line = line();
    line.put("team_id", workspace.toString());
    line.put("slug", founded.workspace().slug());
    line.put("owner_user_id", owner.toString());
    line.put("owner_token", services.tokens().issue(workspace, owner, TokenKind.USER, EVERYTHING));
    line.putAll(password.told());
    lines.accept(line);
  }

  private void createUser(JsonNode args, Consumer<Map<String, Object>> lines) {
    Workspace found = services.workspaces().require(OperatorArgs.required(args, "workspace"));
    WorkspaceId workspace = found.id();
    int count = OperatorArgs.number(args, "count");
    if (count < 0 || count > MAX_COUNT) {
      throw new Refusal("invalid_count", "count is 1 to " + MAX_COUNT);
    }
    if (count > 0) {
      createUsers(workspace, OperatorArgs.required(args, "prefix"), count, lines);
      return;
    }
    String handle = OperatorArgs.required(args, "name");
    Optional<EmailAddress> email = OperatorArgs.email(args, "email");
    String realName = OperatorArgs.name(args, "real_name").orElse("");
    OperatorPasswords.Given password =
        services.passwords().of(args, email, handle, found.name(), found.slug());
    AccountService.Person person =
        new AccountService.Person(
            handle, realName, email, password.hash(), OperatorArgs.role(args));
    UserView user = services.accounts().add(workspace, person);
    told(
        workspace,
        List.of(user),
        line -> {
          line.putAll(password.told());
          lines.accept(line);
        });
  }

  private void createUsers(
      WorkspaceId workspace, String prefix, int count, Consumer<Map<String, Object>> lines) {
    for (int from = 0; from < count; from += CHUNK) {
      List<String> handles = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + CHUNK); i++) {
        handles.add(prefix + (i + 1));
      }
      told(workspace, services.accounts().addAll(workspace, handles), lines);
    }
  }

  private void told(
      WorkspaceId workspace, List<UserView> users, Consumer<Map<String, Object>> lines) {
    List<UserId> ids = users.stream().map(UserView::id).toList();
    List<String> tokens = services.tokens().issueAll(workspace, ids, TokenKind.USER, EVERYTHING);
    for (int i = 0; i < ids.size(); i++) {
      Map<String, Object> line = line();
      line.put("user_id", ids.get(i).toString());
      line.put("name", users.get(i).name());
      line.put("token", tokens.get(i));
      lines.accept(line);
    }
  }

  private void stand(OperatorCommand command, JsonNode args, Consumer<Map<String, Object>> lines) {
    WorkspaceId workspace = workspace(args);
    UserId user = person(workspace, OperatorArgs.required(args, "user"));
    UserView after =
        switch (command) {
          case USER_ROLE -> {
            String _ = OperatorArgs.required(args, "role");
            yield services.standings().rank(workspace, null, user, OperatorArgs.role(args));
          }
          case USER_DEACTIVATE -> services.standings().deactivate(workspace, null, user);
          default -> services.standings().reactivate(workspace, null, user);
        };
    Map<String, Object> line = line();
    line.put("user_id", after.id().toString());
    line.put("name", after.name());
    line.put("deleted", after.isDeleted());
    lines.accept(line);
  }

  private void createChannel(JsonNode args, Consumer<Map<String, Object>> lines) {
    WorkspaceId workspace = workspace(args);
    List<UserId> members = new ArrayList<>();
    for (String name : OperatorArgs.names(args, "members")) {
      members.add(person(workspace, name));
    }
    if (OperatorArgs.flag(args, "add_all")) {
      members.clear();
      members.addAll(everybody(workspace));
    }
    UserId creator =
        OperatorArgs.text(args, "creator")
            .map(name -> person(workspace, name))
            .orElseGet(() -> members.isEmpty() ? owner(workspace) : members.getFirst());
    ChannelId channel =
        services
            .channels()
            .create(
                workspace,
                creator,
                OperatorArgs.required(args, "name"),
                OperatorArgs.flag(args, "private"),
                false)
            .channel()
            .id();
    if (!members.isEmpty()) {
      var _ = services.memberships().add(workspace, channel, creator, members);
    }
    Map<String, Object> line = line();
    line.put("channel_id", channel.toString());
    line.put("members", members.size());
    lines.accept(line);
  }

  private void createToken(JsonNode args, Consumer<Map<String, Object>> lines) {
    WorkspaceId workspace = workspace(args);
    UserId user = person(workspace, OperatorArgs.required(args, "user"));
    List<String> asked = OperatorArgs.names(args, "scopes");
    if (asked.isEmpty() && args.hasNonNull("scopes")) {
      throw new Refusal("invalid_scope", "none is named; without scopes it may do everything");
    }
    List<String> unknown = asked.stream().filter(scope -> !scopes.contains(scope)).toList();
    if (!unknown.isEmpty()) {
      throw new Refusal(
          "invalid_scope", String.join(", ", unknown) + "; there are " + String.join(", ", scopes));
    }
    Map<String, Object> line = line();
    line.put("user_id", user.toString());
    line.put(
        "token",
        services
            .tokens()
            .issue(
                workspace, user, TokenKind.USER, asked.isEmpty() ? EVERYTHING : Set.copyOf(asked)));
    lines.accept(line);
  }

  private WorkspaceId workspace(JsonNode args) {
    return services.workspaces().require(OperatorArgs.required(args, "workspace")).id();
  }

  private List<UserId> everybody(WorkspaceId workspace) {
    List<UserId> all = new ArrayList<>();
    long after = 0;
    while (true) {
      List<UserView> page = services.users().page(workspace, after, PAGE);
      page.forEach(user -> all.add(user.id()));
      if (page.size() < PAGE) {
        return all;
      }
      after = page.getLast().id().value();
    }
  }

  private UserId owner(WorkspaceId workspace) {
    return services.users().page(workspace, 0, 1).getFirst().id();
  }

  private UserId person(WorkspaceId workspace, String name) {
    return UserId.parse(name)
        .map(id -> services.users().get(workspace, id))
        .or(() -> services.users().findByHandle(workspace, name))
        .map(UserView::id)
        .orElseThrow(() -> new Refusal("user_not_found"));
  }

  static Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ok", true);
    return line;
  }
}
