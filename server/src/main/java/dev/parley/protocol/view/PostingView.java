package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.UserId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Who may say something in a channel, in Slack's `properties` of a channel.
///
/// @param messages who may post at top level
/// @param people who may do so as well, whatever they are
/// @param replies who may answer in threads
public record PostingView(Level messages, List<UserId> people, Level replies) {
  public static final PostingView EVERYBODY =
      new PostingView(Level.EVERYBODY, List.of(), Level.EVERYBODY);

  public PostingView {
    people = List.copyOf(people);
  }

  /// Whether anybody who is in the channel may post and answer.
  public boolean isOpen() {
    return messages == Level.EVERYBODY && replies == Level.EVERYBODY;
  }

  /// Why somebody who is in the channel may not say something; empty if they may.
  ///
  /// @param role the number of theirs
  public Optional<String> refusal(UserId user, int role, boolean isReply) {
    boolean isAllowed =
        isReply ? role <= replies.role : role <= messages.role || people.contains(user);
    return isAllowed ? Optional.empty() : Optional.of(code(isReply, replies == Level.EVERYBODY));
  }

  /// The code with which it is refused to say something.
  ///
  /// @param canReply whether everybody may reply in threads
  public static String code(boolean isReply, boolean canReply) {
    if (isReply) {
      return "restricted_action_non_threadable_channel";
    }
    return canReply
        ? "restricted_action_thread_only_channel"
        : "restricted_action_read_only_channel";
  }

  /// How much one has to be. Slack's name of it is what goes over the wire.
  public enum Level {
    EVERYBODY(5, "everyone"),
    /// Everybody but guests.
    REGULAR(4, "ra"),
    ADMIN(3, "admin"),
    OWNER(2, "owner");

    private final short role;
    private final String wireName;

    Level(int role, String wireName) {
      this.role = (short) role;
      this.wireName = wireName;
    }

    /// The number of the least role that may; a smaller one may too.
    public short role() {
      return role;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Level> ofWireName(String name) {
      return Arrays.stream(values()).filter(level -> level.wireName.equals(name)).findFirst();
    }

    /// @throws IllegalArgumentException if there is none
    public static Level ofRole(int role) {
      return Arrays.stream(values())
          .filter(level -> level.role == role)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("posting level: " + role));
    }
  }

  /// Writes `properties` of a channel in which not everybody may say everything.
  void writeProperties(JsonGenerator json) throws IOException {
    if (isOpen()) {
      return;
    }
    json.writeObjectFieldStart("properties");
    if (messages != Level.EVERYBODY) {
      json.writeFieldName("posting_restricted_to");
      write(json, messages, people);
    }
    if (replies != Level.EVERYBODY) {
      json.writeFieldName("threads_restricted_to");
      write(json, replies, List.of());
    }
    json.writeEndObject();
  }

  /// One right as Slack's conversation preferences have it: `{type, user}`.
  public static void write(JsonGenerator json, Level level, List<UserId> people)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("type");
    json.writeString(level.wireName);
    json.writeEndArray();
    json.writeArrayFieldStart("user");
    for (UserId user : people) {
      json.writeString(user.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
