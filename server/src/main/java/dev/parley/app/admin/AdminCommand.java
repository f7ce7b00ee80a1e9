package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `parley admin`: the group of commands for the operator of a running server.
@Command(name = "admin", description = "Manage workspaces of a running server.")
public final class AdminCommand {
  private final PrintStream out;

  public AdminCommand(PrintStream out) {
    this.out = out;
  }

  /// This command with everything below it.
  public CommandLine tree() {
    CommandLine admin = new CommandLine(this);
    group(admin, new WorkspaceGroup(), List.of(new CreateWorkspaceCommand(out)));
    group(
        admin,
        new UserGroup(),
        List.of(
            new CreateUserCommand(out),
            new UserRoleCommand(out),
            new UserDeactivateCommand(out),
            new UserReactivateCommand(out)));
    group(admin, new ChannelGroup(), List.of(new CreateChannelCommand(out)));
    group(admin, new TokenGroup(), List.of(new CreateTokenCommand(out)));
    group(
        admin,
        new AppGroup(),
        List.of(
            new AppCreateCommand(out),
            new AppListCommand(out),
            new AppShowCommand(out),
            new AppInstallCommand(out),
            new AppRemoveCommand(out),
            new AppRotateCommand(out)));
    group(
        admin,
        new WebhookGroup(),
        List.of(
            new WebhookCreateCommand(out),
            new WebhookListCommand(out),
            new WebhookRevokeCommand(out)));
    return admin;
  }

  private static void group(CommandLine admin, Object group, List<Object> commands) {
    CommandLine line = new CommandLine(group);
    commands.forEach(line::addSubcommand);
    var _ = admin.addSubcommand(line);
  }

  @Command(name = "workspace", description = "Workspaces.")
  private static final class WorkspaceGroup {}

  @Command(name = "user", description = "People.")
  private static final class UserGroup {}

  @Command(name = "channel", description = "Channels.")
  private static final class ChannelGroup {}

  @Command(name = "token", description = "Tokens.")
  private static final class TokenGroup {}

  @Command(name = "app", description = "Apps.")
  private static final class AppGroup {}

  @Command(name = "webhook", description = "Incoming webhooks.")
  private static final class WebhookGroup {}
}
