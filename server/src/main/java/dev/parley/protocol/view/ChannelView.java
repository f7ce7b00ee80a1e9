package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as such, in Slack's Channel shape.
///
/// @param name the channel's name; for a group message one made of its people's handles; null for a
///     direct message
/// @param others the people of a direct or group message besides the one who looks
/// @param hasGoneOther whether the other person of a direct message is deactivated
/// @param posting who may say something there
public record ChannelView(
    WorkspaceId workspace,
    ChannelId id,
    @Nullable String name,
    boolean isPrivate,
    boolean isGeneral,
    UserId creator,
    DescriptionView topic,
    DescriptionView purpose,
    int memberCount,
    Instant created,
    Instant updated,
    boolean isArchived,
    boolean isMember,
    List<UserId> others,
    boolean hasGoneOther,
    PostingView posting)
    implements JsonView {

  /// The same channel as seen by somebody who has just become one of so many members.
  public ChannelView joined(int members) {
    return new ChannelView(
        workspace,
        id,
        name,
        isPrivate,
        isGeneral,
        creator,
        topic,
        purpose,
        members,
        created,
        updated,
        isArchived,
        true,
        others,
        hasGoneOther,
        posting);
  }

  /// The same channel as its members see it.
  public ChannelView seenByMember() {
    return joined(memberCount);
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    ChannelKind kind = id.kind();
    json.writeStringField("id", id.toString());
    json.writeNumberField("created", created.getEpochSecond());
    json.writeNumberField("updated", updated.toEpochMilli());
    json.writeBooleanField("is_archived", isArchived);
    json.writeBooleanField("is_channel", kind == ChannelKind.CHANNEL && !isPrivate);
    json.writeBooleanField("is_group", kind == ChannelKind.CHANNEL && isPrivate);
    json.writeBooleanField("is_im", kind == ChannelKind.DIRECT);
    json.writeBooleanField("is_mpim", kind == ChannelKind.GROUP);
    json.writeBooleanField("is_private", isPrivate);
    json.writeBooleanField("is_org_shared", false);
    json.writeStringField("context_team_id", workspace.toString());
    if (kind == ChannelKind.DIRECT) {
      json.writeStringField("user", (others.isEmpty() ? creator : others.getFirst()).toString());
      json.writeBooleanField("is_user_deleted", hasGoneOther);
      json.writeNumberField("priority", 0);
      return;
    }
    json.writeStringField("name", name == null ? "" : name);
    json.writeStringField("name_normalized", name == null ? "" : name);
    json.writeStringField("creator", creator.toString());
    json.writeNumberField("unlinked", 0);
    json.writeBooleanField("is_general", isGeneral);
    json.writeBooleanField("is_shared", false);
    json.writeBooleanField("is_ext_shared", false);
    json.writeBooleanField("is_pending_ext_shared", false);
    json.writeBooleanField("is_member", isMember);
    writeEmptyArrays(json);
    json.writeNullField("parent_conversation");
    json.writeFieldName("topic");
    topic.write(json);
    json.writeFieldName("purpose");
    purpose.write(json);
    posting.writeProperties(json);
    json.writeNumberField("num_members", memberCount);
    if (kind == ChannelKind.GROUP) {
      json.writeArrayFieldStart("users");
      for (UserId other : others) {
        json.writeString(other.toString());
      }
      json.writeEndArray();
    }
  }

  private static void writeEmptyArrays(JsonGenerator json) throws IOException {
    for (String field :
        List.of(
            "previous_names", "pending_shared", "pending_connected_team_ids", "shared_team_ids")) {
      json.writeArrayFieldStart(field);
      json.writeEndArray();
    }
  }
}
