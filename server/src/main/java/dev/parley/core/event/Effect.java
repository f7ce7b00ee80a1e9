package dev.parley.core.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.UserId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What an event of a message does to its readers' counts. It is kept with the event, so that
/// counting goes right also where the event's text is gone.
///
/// @param everybody 1 if the message began to address everybody, -1 if it ceased to, else 0
/// @param by the author whose message addresses everybody: for them it counts nothing; null if it
///     does not, or if nobody knows any more
/// @param reader the author if their own marker moved to the message, else null
/// @param version the version of that marker
public record Effect(int everybody, @Nullable UserId by, @Nullable UserId reader, int version) {
  /// Most events.
  public static final Effect NONE = new Effect(0, null, null, 0);

  public Effect {
    if (everybody < -1 || everybody > 1) {
      throw new IllegalArgumentException("everybody: " + everybody + " (expected: -1, 0 or 1)");
    }
  }

  /// What a change of whom a message addresses does.
  public static Effect addressing(boolean everybodyBefore, boolean everybodyAfter, UserId author) {
    return everybodyBefore == everybodyAfter
        ? NONE
        : new Effect(everybodyAfter ? 1 : -1, author, null, 0);
  }

  /// The same, of a post by which its author read everything.
  public Effect readBy(UserId author, int version) {
    return new Effect(everybody, by, author, version);
  }

  /// The number that stands for `everybody` in a stored event: its subject.
  public long subject() {
    return everybody < 0 ? 2 : everybody;
  }

  /// The effect on mentions that a stored event's subject stands for.
  ///
  /// @param author of the message, or null if nobody knows any more
  public static Effect ofSubject(long subject, @Nullable UserId author) {
    return subject == 0 ? NONE : new Effect(subject == 2 ? -1 : 1, author, null, 0);
  }

  void writeFields(JsonGenerator json) throws IOException {
    if (reader != null) {
      json.writeNumberField("author_read", version);
    }
    if (everybody != 0) {
      json.writeNumberField("everybody", everybody);
      if (by != null) {
        json.writeStringField("everybody_by", by.toString());
      }
    }
  }
}
