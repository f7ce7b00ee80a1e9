package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.core.app.AppAuthors;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.AppAuthor;
import dev.parley.protocol.view.MessageContent;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The arguments that make up what a message says, the same for every method that posts.
final class ContentArgs {
  static final int MAX_TEXT = 40_000;

  static final Arg<String> TEXT = Arg.string("text").within("40,000 characters").or("");
  static final Arg<String> MARKDOWN =
      Arg.string("markdown_text").within("12,000 characters; without text and blocks").or("");
  static final Arg<JsonNode> BLOCKS = Arg.array("blocks").within("50").bad("invalid_blocks_format");
  static final Arg<JsonNode> ATTACHMENTS =
      Arg.array("attachments")
          .within("100, together 100,000 characters")
          .bad("invalid_attachments");
  static final Arg<JsonNode> METADATA =
      Arg.object("metadata").within("from bots; 8,000 characters").bad("invalid_metadata_format");

  static final Arg<String> USERNAME = Arg.string("username");
  static final Arg<String> ICON_EMOJI = Arg.string("icon_emoji");
  static final Arg<String> ICON_URL = Arg.string("icon_url");

  /// What a message says and how it looks.
  static final Arg<?>[] POSTED = {
    TEXT,
    PostedText.LINK_NAMES,
    PostedText.PARSE,
    MARKDOWN,
    BLOCKS,
    ATTACHMENTS,
    METADATA,
    USERNAME,
    ICON_EMOJI,
    ICON_URL
  };

  /// Why a message may not be posted where it is to go.
  static final String[] PLACE_ERRORS = {
    "cannot_reply_to_message",
    "channel_not_found",
    "is_archived",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel"
  };

  /// The codes that [#read] may refuse with, besides those of a text.
  static final String[] ERRORS = {
    "no_text",
    "markdown_text_conflict",
    "msg_too_long",
    "invalid_blocks",
    "invalid_blocks_format",
    "msg_blocks_too_long",
    "invalid_attachments",
    "too_many_attachments",
    "invalid_metadata_format",
    "metadata_too_large",
    "metadata_must_be_sent_from_app"
  };

  private static final int MAX_MARKDOWN = 12_000;
  private static final int MAX_ATTACHMENTS = 100;
  private static final int MAX_ATTACHMENTS_LENGTH = 100_000;
  private static final int MAX_METADATA_LENGTH = 8_000;
  private static final int MAX_NAME = 80;
  private static final Pattern EMOJI = Pattern.compile(":[^\\s:]{1,100}(::skin-tone-[2-6])?:");
  private static final Pattern IMAGE = Pattern.compile("https?://[^\\s\"<>]{1,2000}");
  private static final Pattern EVENT_TYPE = Pattern.compile("[A-Za-z0-9_.]{1,255}");

  private ContentArgs() {}

  /// Reads and checks the parts.
  ///
  /// @param text the text as it is to be kept; blank if the blocks are to say what it is
  static MessageContent read(Call call, String text) {
    Optional<JsonNode> blocks = blocks(call, text);
    Optional<JsonNode> attachments = call.find(ATTACHMENTS).filter(node -> !node.isEmpty());
    if (text.isBlank() && blocks.isEmpty() && attachments.isEmpty()) {
      throw new Refusal("no_text");
    }
    blocks.ifPresent(BlockKit::check);
    return new MessageContent(
        text.isBlank() ? blocks.map(BlockText::of).map(ContentArgs::cut).orElse(text) : text,
        blocks.map(JsonNode::toString).orElse(null),
        attachments.map(ContentArgs::attachments).orElse(null),
        metadata(call),
        null);
  }

  /// The blocks, or the one that Markdown makes.
  private static Optional<JsonNode> blocks(Call call, String text) {
    Optional<JsonNode> blocks = call.find(BLOCKS).filter(node -> !node.isEmpty());
    String markdown = call.get(MARKDOWN);
    if (markdown.isBlank()) {
      return blocks;
    }
    if (blocks.isPresent() || !text.isBlank()) {
      throw new Refusal("markdown_text_conflict");
    }
    if (markdown.codePointCount(0, markdown.length()) > MAX_MARKDOWN) {
      throw new Refusal("msg_too_long");
    }
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    block.put("type", "markdown").put("text", markdown);
    return Optional.of(JsonNodeFactory.instance.arrayNode().add(block));
  }

  /// As whom an app posts, by its arguments if it may choose; null for a person.
  static @Nullable AppAuthor author(Call call, AppAuthors authors) {
    return authors
        .of(call.actor())
        .map(
            author ->
                call.actor().may("chat:write.customize")
                    ? looks(call, author).map(author::shownAs).orElse(author)
                    : author)
        .orElse(null);
  }

  /// What a message is to look like, if its arguments say so.
  static Optional<AppAuthor.Looks> looks(Call call, AppAuthor author) {
    Optional<String> username = call.find(USERNAME).map(ContentArgs::line);
    Optional<String> emoji = call.find(ICON_EMOJI).filter(text -> EMOJI.matcher(text).matches());
    Optional<String> image = call.find(ICON_URL).filter(text -> IMAGE.matcher(text).matches());
    return username.isEmpty() && emoji.isEmpty() && image.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AppAuthor.Looks(
                username.filter(text -> !text.isEmpty()).orElse(author.name()),
                emoji.orElse(null),
                image.orElse(null)));
  }

  /// A name in one line.
  private static String line(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) > MAX_NAME
        ? line.substring(0, line.offsetByCodePoints(0, MAX_NAME))
        : line;
  }

  /// As much of a text as is kept.
  static String cut(String text) {
    return text.codePointCount(0, text.length()) > MAX_TEXT
        ? text.substring(0, text.offsetByCodePoints(0, MAX_TEXT))
        : text;
  }

  /// Numbers the attachments from 1, as Slack does.
  private static String attachments(JsonNode attachments) {
    if (attachments.size() > MAX_ATTACHMENTS) {
      throw new Refusal("too_many_attachments");
    }
    int id = 1;
    for (JsonNode attachment : attachments) {
      if (!(attachment instanceof ObjectNode object)) {
        throw new Refusal("invalid_attachments");
      }
      object.put("id", id++);
      if (!object.path("fallback").isTextual()) {
        object.put("fallback", object.path("text").asText("[no preview available]"));
      }
    }
    String text = attachments.toString();
    if (text.length() > MAX_ATTACHMENTS_LENGTH) {
      throw new Refusal("too_many_attachments", "the attachments together are too long");
    }
    return text;
  }

  private static @Nullable String metadata(Call call) {
    Optional<JsonNode> metadata = call.find(METADATA).filter(node -> !node.isEmpty());
    if (metadata.isEmpty()) {
      return null;
    }
    if (!call.actor().isBot()) {
      throw new Refusal("metadata_must_be_sent_from_app");
    }
    JsonNode type = metadata.get().path("event_type");
    JsonNode payload = metadata.get().path("event_payload");
    if (!type.isTextual()
        || !EVENT_TYPE.matcher(type.textValue()).matches()
        || !payload.isObject()) {
      throw new Refusal("invalid_metadata_format");
    }
    String text = metadata.get().toString();
    if (text.length() > MAX_METADATA_LENGTH) {
      throw new Refusal("metadata_too_large");
    }
    return text;
  }
}
