package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The app that posted a message, as it was called then.
///
/// @param name what its bot is called
/// @param updated when that changed last, seconds since 1970
/// @param looks as whom it wanted the message to be shown, or null for itself
public record AppAuthor(AppId app, String name, long updated, @Nullable Looks looks) {

  /// What a message is shown as instead of its bot.
  ///
  /// @param emoji such as `:robot_face:`, or null
  /// @param image the address of a picture, or null
  public record Looks(String username, @Nullable String emoji, @Nullable String image) {}

  /// The same, shown as somebody else.
  public AppAuthor shownAs(Looks other) {
    return new AppAuthor(app, name, updated, other);
  }

  /// Writes what a message has because an app posted it.
  ///
  /// @param user the app's bot
  /// @param own whether it is for the page, which knows the bot
  void writeFields(JsonGenerator json, WorkspaceId workspace, UserId user, boolean own)
      throws IOException {
    String bot = BotId.of(user).toString();
    json.writeStringField("bot_id", bot);
    json.writeStringField("app_id", app.toString());
    if (looks != null) {
      json.writeStringField("username", looks.username());
      writeIcons(json, looks);
    }
    if (!own) {
      json.writeObjectFieldStart("bot_profile");
      json.writeStringField("id", bot);
      json.writeBooleanField("deleted", false);
      json.writeStringField("name", name);
      json.writeNumberField("updated", updated);
      json.writeStringField("app_id", app.toString());
      json.writeStringField("user_id", user.toString());
      json.writeObjectFieldStart("icons");
      json.writeEndObject();
      json.writeStringField("team_id", workspace.toString());
      json.writeEndObject();
    }
  }

  private static void writeIcons(JsonGenerator json, Looks looks) throws IOException {
    if (looks.emoji() == null && looks.image() == null) {
      return;
    }
    json.writeObjectFieldStart("icons");
    if (looks.emoji() != null) {
      json.writeStringField("emoji", looks.emoji());
    }
    if (looks.image() != null) {
      json.writeStringField("image_48", looks.image());
    }
    json.writeEndObject();
  }
}
