package dev.parley.core.event;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// What kinds of events there are. The number is stored and never reused; the wire name is what
/// clients see in `event.type` (`docs/protocol.md`).
public enum EventType {
  MESSAGE(1, "message"),
  MESSAGE_CHANGED(2, "message_changed"),
  MESSAGE_DELETED(3, "message_deleted"),
  MEMBER_JOINED_CHANNEL(10, "member_joined_channel"),
  MEMBER_LEFT_CHANNEL(11, "member_left_channel"),
  CHANNEL_CHANGED(12, "channel_changed"),
  REACTION_ADDED(13, "reaction_added"),
  REACTION_REMOVED(14, "reaction_removed"),
  CHANNEL_JOINED(20, "channel_joined"),
  CHANNEL_LEFT(21, "channel_left"),
  CHANNEL_MARKED(22, "channel_marked"),
  MENTION_ADDED(23, "mention_added"),
  MENTION_REMOVED(24, "mention_removed"),
  THREAD_MARKED(25, "thread_marked"),
  USER_JOINED(30, "user_joined"),
  USER_CHANGED(31, "user_changed"),
  CHANNEL_CREATED(32, "channel_created"),
  PUBLIC_CHANNEL_CHANGED(33, "public_channel_changed"),
  PUBLIC_CHANNEL_GONE(34, "public_channel_gone"),
  ROLE_CHANGED(40, "role_changed"),
  CHANNEL_CLOSED(41, "channel_closed"),
  CHANNEL_OPENED(42, "channel_opened"),
  CHANNEL_MUTED(45, "channel_muted"),
  SUBTEAM_CREATED(43, "subteam_created"),
  SUBTEAM_UPDATED(44, "subteam_updated"),
  DND_UPDATED(46, "dnd_updated"),
  DND_UPDATED_USER(47, "dnd_updated_user"),
  TEAM_PROFILE_CHANGE(48, "team_profile_change"),
  PIN_ADDED(50, "pin_added"),
  PIN_REMOVED(51, "pin_removed"),
  BOOKMARK_ADDED(52, "bookmark_added"),
  BOOKMARK_CHANGED(53, "bookmark_changed"),
  BOOKMARK_REMOVED(54, "bookmark_removed"),
  STAR_ADDED(55, "star_added"),
  STAR_REMOVED(56, "star_removed"),
  EMOJI_CHANGED(60, "emoji_changed"),
  DRAFT_CHANGED(61, "draft_changed");

  private static final Map<Short, EventType> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::number, type -> type));

  private final short number;
  private final String wireName;

  EventType(int number, String wireName) {
    this.number = (short) number;
    this.wireName = wireName;
  }

  public short number() {
    return number;
  }

  public String wireName() {
    return wireName;
  }

  /// @throws IllegalArgumentException if a newer Parley stored a type this one does not know
  public static EventType ofNumber(short number) {
    EventType type = BY_NUMBER.get(number);
    if (type == null) {
      throw new IllegalArgumentException("event type: " + number);
    }
    return type;
  }
}
