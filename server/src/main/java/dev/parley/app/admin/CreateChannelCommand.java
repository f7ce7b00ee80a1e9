package dev.parley.app.admin;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley admin channel create`.
@Command(name = "create", description = "Make a channel.")
final class CreateChannelCommand implements Callable<Integer> {
  private final PrintStream out;
  @Mixin private final OperatorOptions options = new OperatorOptions();

  @Option(names = "--workspace", required = true, description = "The workspace's slug or id.")
  private String workspace = "";

  @Option(names = "--name", required = true, description = "The channel's name.")
  private String name = "";

  @Option(names = "--private", description = "Only for those who are invited.")
  private boolean isPrivate;

  @Option(names = "--add-all", description = "Everybody becomes a member.")
  private boolean addAll;

  @Option(names = "--members", description = "Names or ids of the members, with commas.")
  private @Nullable String members;

  CreateChannelCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workspace", workspace);
    arguments.put("name", name);
    arguments.put("private", isPrivate);
    arguments.put("add_all", addAll);
    arguments.put("members", members);
    options.call("channel.create", arguments, out);
    return 0;
  }
}
