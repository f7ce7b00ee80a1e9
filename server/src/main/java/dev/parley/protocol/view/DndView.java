package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// When somebody is not to be disturbed, in Slack's shape; times in seconds since 1970.
///
/// @param isEnabled whether there is such a time at all
/// @param start when the one that goes on began, or the next one will; [#NEVER] if there is none
/// @param snooze what only the person themselves sees, else null
public record DndView(boolean isEnabled, long start, long end, @Nullable Snooze snooze)
    implements JsonView {
  /// What Slack says for a time that does not come.
  public static final long NEVER = 1;

  /// Nobody snoozes.
  public static final Snooze AWAKE = new Snooze(0, 0);

  /// A while for which somebody does not want to be disturbed.
  ///
  /// @param end 0 if there is none
  /// @param remaining in seconds
  public record Snooze(long end, long remaining) {

    public boolean isOn() {
      return end > 0;
    }
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeBooleanField("dnd_enabled", isEnabled);
    json.writeNumberField("next_dnd_start_ts", start);
    json.writeNumberField("next_dnd_end_ts", end);
    if (snooze != null) {
      json.writeBooleanField("snooze_enabled", snooze.isOn());
      if (snooze.isOn()) {
        json.writeNumberField("snooze_endtime", snooze.end());
        json.writeNumberField("snooze_remaining", snooze.remaining());
      }
    }
  }
}
