package dev.parley.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// The settings as text, gathered from their sources. A name that no source may use is an error:
/// a misspelt setting would otherwise be silently without effect.
public final class Settings {
  /// Variables with the prefix of settings that other parts of Parley read.
  private static final Set<String> NOT_SETTINGS =
      Set.of("PARLEY_HOME", "PARLEY_JAVA_HOME", "PARLEY_JAVA_OPTS", "PARLEY_URL");

  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = values;
  }

  /// @param flags what the command line says
  /// @param environment the process's environment
  /// @throws SettingException if a name is unknown or the file cannot be read
  public static Settings gather(Map<Setting, String> flags, Map<String, String> environment) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("PARLEY_") && !NOT_SETTINGS.contains(name) && !value.isBlank()) {
            values.put(ofVariable(name), value.strip());
          }
        });
    values.putAll(flags);
    values.computeIfAbsent(Setting.DATA, _ -> defaultData(environment));
    readFile(values).forEach(values::putIfAbsent);
    return new Settings(values);
  }

  private static Setting ofVariable(String name) {
    return Setting.ofVariable(name)
        .orElseThrow(() -> new SettingException("There is no setting " + name + "."));
  }

  /// `data` beside the launcher, or below the current directory without one.
  private static String defaultData(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("PARLEY_HOME", "")).resolve("data").toString();
  }

  private static Map<Setting, String> readFile(Map<Setting, String> values) {
    String named = values.get(Setting.CONFIG);
    Path file =
        named != null
            ? path(Setting.CONFIG, named)
            : path(Setting.DATA, values.getOrDefault(Setting.DATA, "")).resolve("parley.conf");
    if (named == null && !Files.exists(file)) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException("The settings in " + file + " cannot be read.");
    }
    Map<Setting, String> found = new EnumMap<>(Setting.class);
    for (String key : properties.stringPropertyNames()) {
      Setting setting =
          Setting.ofKey(key)
              .filter(known -> known != Setting.DATA && known != Setting.CONFIG)
              .orElseThrow(
                  () -> new SettingException("There is no setting " + key + " in " + file + "."));
      found.put(setting, properties.getProperty(key).strip());
    }
    return found;
  }

  static Path path(Setting setting, String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (java.nio.file.InvalidPathException e) {
      throw new SettingException(setting.variable() + " is not a path: " + value + ".");
    }
  }

  public Optional<String> get(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }
}
