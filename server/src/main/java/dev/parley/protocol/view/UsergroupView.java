package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A group of people that is addressed by one name, in Slack's Usergroup shape.
///
/// @param handle what stands behind the `@`
/// @param channels where its people are at home
/// @param deleted who disabled it and when; null while it is in use
public record UsergroupView(
    WorkspaceId workspace,
    UsergroupId id,
    String name,
    String handle,
    String description,
    List<ChannelId> channels,
    List<UserId> users,
    Stamp created,
    Stamp updated,
    @Nullable Stamp deleted)
    implements JsonView {

  /// Who did something, and when.
  public record Stamp(UserId by, Instant at) {}

  /// The same group as somebody sees it who knows only some people, and nothing of where the others
  /// are at home.
  public UsergroupView seenBy(Set<UserId> known) {
    return new UsergroupView(
        workspace,
        id,
        name,
        handle,
        description,
        List.of(),
        users.stream().filter(known::contains).toList(),
        created,
        updated,
        deleted);
  }

  /// The group without naming its people; they are still counted.
  public JsonView withoutUsers() {
    return this::writeWithoutUsers;
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    writeWithoutUsers(json);
    json.writeArrayFieldStart("users");
    for (UserId user : users) {
      json.writeString(user.toString());
    }
    json.writeEndArray();
  }

  private void writeWithoutUsers(JsonGenerator json) throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("team_id", workspace.toString());
    json.writeBooleanField("is_usergroup", true);
    json.writeBooleanField("is_subteam", true);
    json.writeStringField("name", name);
    json.writeStringField("description", description);
    json.writeStringField("handle", handle);
    json.writeBooleanField("is_external", false);
    json.writeNumberField("date_create", created.at().getEpochSecond());
    json.writeNumberField("date_update", updated.at().getEpochSecond());
    json.writeNumberField("date_delete", deleted == null ? 0 : deleted.at().getEpochSecond());
    json.writeNullField("auto_type");
    json.writeBooleanField("auto_provision", false);
    json.writeStringField("enterprise_subteam_id", "");
    json.writeStringField("created_by", created.by().toString());
    json.writeStringField("updated_by", updated.by().toString());
    if (deleted == null) {
      json.writeNullField("deleted_by");
    } else {
      json.writeStringField("deleted_by", deleted.by().toString());
    }
    json.writeObjectFieldStart("prefs");
    json.writeArrayFieldStart("channels");
    for (ChannelId channel : channels) {
      json.writeString(channel.toString());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("groups");
    json.writeEndArray();
    json.writeEndObject();
    json.writeNumberField("user_count", users.size());
    json.writeNumberField("channel_count", channels.size());
  }
}
