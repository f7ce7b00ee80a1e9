package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.UserId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An emoji of a workspace, as the page knows it.
///
/// @param formerName what it was called before it was renamed, or null
/// @param path where its picture is fetched; null for another name of an emoji and for one that was
///     removed
/// @param aliasFor the emoji that it is another name of, or null
public record EmojiView(
    EmojiId id,
    String name,
    @Nullable String formerName,
    @Nullable String path,
    @Nullable String aliasFor,
    UserId createdBy,
    boolean isRemoved)
    implements JsonView {

  /// What stands for it in Slack's lists: the address of its picture, or `alias:` and a name.
  ///
  /// @param origin the scheme, host and port by which somebody reached the server
  public String value(String origin) {
    return aliasFor == null ? origin + path : "alias:" + aliasFor;
  }

  /// The same without its picture, as it is told of once it is in use no more.
  public EmojiView asRemoved() {
    return new EmojiView(id, name, formerName, null, aliasFor, createdBy, true);
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("name", name);
    if (formerName != null) {
      json.writeStringField("former_name", formerName);
    }
    if (path != null) {
      json.writeStringField("path", path);
    }
    if (aliasFor != null) {
      json.writeStringField("alias_for", aliasFor);
    }
    json.writeStringField("created_by", createdBy.toString());
    if (isRemoved) {
      json.writeBooleanField("removed", true);
    }
  }
}
