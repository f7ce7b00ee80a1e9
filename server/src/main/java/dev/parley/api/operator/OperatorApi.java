package dev.parley.api.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.CleanText;
import dev.parley.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gate of the operator API: checks the key, keeps the log, turns failures into lines.
public final class OperatorApi {
  private static final Logger log = LoggerFactory.getLogger(OperatorApi.class);

  private final OperatorKey key;
  private final OperatorCommands commands;

  public OperatorApi(OperatorKey key, OperatorCommands commands) {
    this.key = key;
    this.commands = commands;
  }

  /// Whether a request shows the key. Logs the use or the attempt.
  public boolean admits(@Nullable String authorization, String command, String from) {
    boolean opens = key.opens(authorization);
    log.atInfo()
        .addKeyValue("event", opens ? "operator_command" : "operator_refused")
        .addKeyValue("command", command.length() > 40 ? command.substring(0, 40) : command)
        .addKeyValue("from", from)
        .log();
    return opens;
  }

  /// Runs a command; a failure is the last line.
  public void run(String command, JsonNode args, Consumer<Map<String, Object>> lines) {
    try {
      if (!args.isObject()) {
        throw new Refusal("json_not_object");
      }
      commands.run(command, CleanText.of(args), lines);
    } catch (Refusal refusal) {
      lines.accept(failure(refusal.code(), refusal.detail().orElse(null)));
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("event", "operator_command_failed")
          .addKeyValue("command", command)
          .setCause(e)
          .log();
      lines.accept(failure("internal_error", null));
    }
  }

  private static Map<String, Object> failure(String code, @Nullable String detail) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ok", false);
    line.put("error", code);
    if (detail != null) {
      line.put("detail", detail);
    }
    return line;
  }
}
