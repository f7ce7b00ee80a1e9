package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link that is put up in a channel, in Slack's Bookmark shape.
///
/// @param emoji between colons, or empty
/// @param updatedBy who wrote it last
/// @param updated null until it is changed
public record BookmarkView(
    WorkspaceId workspace,
    BookmarkId id,
    ChannelId channel,
    String title,
    String link,
    String emoji,
    UserId updatedBy,
    Instant created,
    @Nullable Instant updated)
    implements JsonView {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("channel_id", channel.toString());
    json.writeStringField("title", title);
    json.writeStringField("link", link);
    if (!emoji.isEmpty()) {
      json.writeStringField("emoji", emoji);
    }
    json.writeStringField("type", "link");
    json.writeNumberField("date_created", created.getEpochSecond());
    json.writeNumberField("date_updated", updated == null ? 0 : updated.getEpochSecond());
    json.writeStringField("rank", id.rank());
    json.writeStringField("last_updated_by_user_id", updatedBy.toString());
    json.writeStringField("last_updated_by_team_id", workspace.toString());
  }
}
