package dev.parley.core.app;

import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that became of an app or of one of its webhooks.
///
/// @param webhook null if it became of the app as a whole
/// @param channel the webhook's
/// @param by null if the operator did it
public record AppChange(
    AppId app,
    @Nullable BotId webhook,
    @Nullable ChannelId channel,
    Kind kind,
    @Nullable UserId by,
    Instant at) {

  /// What became of it.
  public enum Kind {
    ADDED(1),
    REMOVED(2),
    UPDATED(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /// As it is stored.
    int code() {
      return code;
    }

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(int code) {
      return values()[code - 1];
    }

    public static Optional<Kind> parse(String name) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
    }
  }

  /// Which ones somebody wants to see; null means all.
  public record Filter(
      @Nullable AppId app, @Nullable BotId webhook, @Nullable UserId by, @Nullable Kind kind) {}
}
