package dev.parley.core.reminder;

import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.JsonView;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody wants to be told at a time.
///
/// @param user whom it is for, who also made it
/// @param text mrkdwn, escaped
/// @param at when it is due next, or was
/// @param every null if it is due once
/// @param completed when they said that it is done, or null
public record Reminder(
    ReminderId id,
    UserId user,
    String text,
    Instant at,
    @Nullable Recurrence every,
    @Nullable Instant completed) {

  /// It in Slack's Reminder shape.
  public JsonView view() {
    return json -> {
      json.writeStringField("id", id.toString());
      json.writeStringField("creator", user.toString());
      json.writeStringField("user", user.toString());
      json.writeStringField("text", text);
      json.writeBooleanField("recurring", every != null);
      if (every == null) {
        json.writeNumberField("time", at.getEpochSecond());
        json.writeNumberField("complete_ts", completed == null ? 0 : completed.getEpochSecond());
        return;
      }
      json.writeObjectFieldStart("recurrence");
      json.writeStringField("frequency", every.frequency().name().toLowerCase(Locale.ROOT));
      json.writeArrayFieldStart("weekdays");
      for (int weekday : every.weekdays()) {
        json.writeString(DayOfWeek.of(weekday).name().toLowerCase(Locale.ROOT));
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }
}
