package dev.parley.api;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a method answers. Built by the method, written by the gate; belongs to one thread.
///
/// A field's value is a [JsonView], a string, number, boolean, JSON node, or a list or map of
/// these.
public final class Reply {
  private final @Nullable String error;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final List<SessionCookie> cookies = new ArrayList<>();

  private Reply(@Nullable String error) {
    this.error = error;
  }

  public static Reply ok() {
    return new Reply(null);
  }

  /// A refusal that carries fields of its own; without fields throw a [dev.parley.kernel.Refusal].
  public static Reply refused(String code) {
    return new Reply(code);
  }

  /// A refusal with its sentences. Those about blocks stand at the top too, where Slack's clients
  /// look for them.
  static Reply of(Refusal refusal) {
    Reply reply = new Reply(refusal.code()).with("reason", refusal.reason());
    refusal.details().forEach(reply::message);
    if (refusal.code().equals("invalid_blocks") && !refusal.details().isEmpty()) {
      reply.with("errors", refusal.details());
    }
    return reply;
  }

  @CanIgnoreReturnValue
  public Reply with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /// The same as [#with] if there is a value; else nothing.
  @CanIgnoreReturnValue
  public Reply with(String name, Optional<?> value) {
    value.ifPresent(present -> fields.put(name, present));
    return this;
  }

  /// Where the next page begins; empty on the last page.
  @CanIgnoreReturnValue
  public Reply nextCursor(String cursor) {
    metadata.put("next_cursor", cursor);
    return this;
  }

  /// A remark on a success. A code alone: Slack's strict clients know no sentence beside it.
  @CanIgnoreReturnValue
  public Reply warning(String code) {
    fields.merge("warning", code, (before, added) -> before + "," + added);
    addToList("warnings", code);
    return this;
  }

  /// Signs a browser in or out.
  @CanIgnoreReturnValue
  public Reply cookie(SessionCookie cookie) {
    cookies.add(cookie);
    return this;
  }

  private void message(String sentence) {
    addToList("messages", "[ERROR] " + sentence);
  }

  @SuppressWarnings("unchecked") // only lists of strings are put under these names
  private void addToList(String name, String value) {
    ((List<String>) metadata.computeIfAbsent(name, _ -> new ArrayList<String>())).add(value);
  }

  /// The code of the refusal, if it is one.
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /// The whole answer as it is written.
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", error == null);
    if (error != null) {
      body.put("error", error);
    }
    body.putAll(fields);
    if (!metadata.isEmpty()) {
      body.put("response_metadata", metadata);
    }
    return body;
  }

  List<SessionCookie> cookies() {
    return cookies;
  }
}
