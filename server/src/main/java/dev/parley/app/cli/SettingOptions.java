package dev.parley.app.cli;

import dev.parley.app.config.Setting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The flags that set settings, for the commands that need to know a server's.
public final class SettingOptions {
  private final Map<Setting, String> given = new EnumMap<>(Setting.class);

  @Option(names = "--data", paramLabel = "DIR", description = "Where the server keeps everything.")
  void data(String value) {
    given.put(Setting.DATA, value);
  }

  @Option(names = "--config", paramLabel = "FILE", description = "A file with further settings.")
  void config(String value) {
    given.put(Setting.CONFIG, value);
  }

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Listen here (127.0.0.1).")
  void host(String value) {
    given.put(Setting.HOST, value);
  }

  @Option(names = "--port", paramLabel = "PORT", description = "Listen here (8080); 0: any.")
  void port(String value) {
    given.put(Setting.PORT, value);
  }

  /// What the command line says, and nothing else.
  public Map<Setting, String> given() {
    return Map.copyOf(given);
  }
}
