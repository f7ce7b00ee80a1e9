package dev.parley.protocol.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import java.io.IOException;
import java.util.List;

/// How a message belongs to a thread.
public sealed interface ThreadView {

  /// Writes the fields that the message has because of it.
  ///
  /// @param ts the message's own
  void writeFields(JsonGenerator json, MessageTs ts) throws IOException;

  /// A reply.
  ///
  /// @param root the message that it answers
  /// @param rootAuthor who wrote that one
  /// @param number which of the replies that there ever were it is, from 1
  record Reply(MessageTs root, UserId rootAuthor, int number) implements ThreadView {

    @Override
    public void writeFields(JsonGenerator json, MessageTs ts) throws IOException {
      json.writeStringField("thread_ts", root.toString());
      json.writeStringField("parent_user_id", rootAuthor.toString());
    }
  }

  /// A message that has, or had, replies.
  ///
  /// @param count replies that are not deleted
  /// @param authorCount how many people wrote those
  /// @param authors the first of them, at most [#MAX_AUTHORS]
  /// @param latest the newest reply, or [MessageTs#ZERO]
  /// @param number how many replies there ever were
  record Root(int count, int authorCount, List<UserId> authors, MessageTs latest, int number)
      implements ThreadView {
    /// More are counted only.
    public static final int MAX_AUTHORS = 5;

    @Override
    public void writeFields(JsonGenerator json, MessageTs ts) throws IOException {
      if (count == 0) {
        return;
      }
      json.writeStringField("thread_ts", ts.toString());
      writeCounts(json);
    }

    /// Writes the counts alone, as events about a reply carry them.
    public void writeCounts(JsonGenerator json) throws IOException {
      json.writeNumberField("reply_count", count);
      json.writeNumberField("reply_users_count", authorCount);
      json.writeArrayFieldStart("reply_users");
      for (UserId author : authors) {
        json.writeString(author.toString());
      }
      json.writeEndArray();
      if (count > 0) {
        json.writeStringField("latest_reply", latest.toString());
      }
    }
  }
}
