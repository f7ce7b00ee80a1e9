package dev.parley.core.app;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.JsonView;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address at which a program posts to one channel, as admins see it: without its secret.
///
/// @param bot the user as whom it posts
/// @param createdBy null if the operator made it
public record Webhook(
    WorkspaceId workspace,
    BotId id,
    AppId app,
    UserId bot,
    ChannelId channel,
    @Nullable UserId createdBy,
    Instant created)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("app", app.toString());
    json.writeStringField("channel", channel.toString());
    json.writeNumberField("created", created.getEpochSecond());
    if (createdBy != null) {
      json.writeStringField("created_by", createdBy.toString());
    }
  }
}
