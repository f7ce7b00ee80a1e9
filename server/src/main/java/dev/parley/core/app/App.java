package dev.parley.core.app;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.JsonView;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An app as admins see it, without its secrets.
///
/// @param createdBy null if the operator made it
/// @param installation null if it was never installed
public record App(
    WorkspaceId workspace,
    AppId id,
    Manifest manifest,
    @Nullable UserId createdBy,
    Instant created,
    @Nullable Installation installation)
    implements JsonView {

  /// That an app was installed.
  ///
  /// @param bot the user as whom it works
  /// @param removed when it was removed, or null if it is in use
  public record Installation(UserId bot, Instant installed, @Nullable Instant removed) {}

  /// The public half of the credentials by which it shows that it is itself.
  public String clientId() {
    return workspace.value() + "." + id.value();
  }

  /// Whether it is in use.
  public boolean isInstalled() {
    return installation != null && installation.removed() == null;
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("client_id", clientId());
    json.writeStringField("name", manifest.name());
    json.writeStringField("description", manifest.description());
    json.writeNumberField("created", created.getEpochSecond());
    if (createdBy != null) {
      json.writeStringField("created_by", createdBy.toString());
    }
    json.writeBooleanField("is_installed", isInstalled());
    if (installation != null) {
      json.writeNumberField("installed", installation.installed().getEpochSecond());
      json.writeStringField("bot_user_id", installation.bot().toString());
      json.writeStringField("bot_id", BotId.of(installation.bot()).toString());
    }
    json.writeArrayFieldStart("scopes");
    for (String scope : manifest.botScopes().stream().sorted().toList()) {
      json.writeString(scope);
    }
    json.writeEndArray();
  }

  /// The same with its manifest.
  public JsonView withManifest() {
    return json -> {
      writeFields(json);
      json.writeFieldName("manifest");
      json.writeRawValue(manifest.json());
    };
  }
}
