package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.kernel.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decodes a request's arguments, in whichever of the encodings they came: query, form, multipart
/// or JSON. The body wins over the query.
final class ArgumentReader {
  private static final String JSON = "application/json";
  private static final int MAX_ARGUMENTS = 1_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,100}");
  private static final Pattern ARRAY_NAME = Pattern.compile("[A-Za-z0-9_]{1,100}\\[.*]");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?", Pattern.CASE_INSENSITIVE);

  private ArgumentReader() {}

  /// @throws Refusal with the code of whatever cannot be understood
  static Map<String, JsonNode> read(RawArguments raw) {
    Map<String, JsonNode> arguments = new LinkedHashMap<>();
    if (raw.query() != null) {
      FormText.read(
          FormText.bytes(raw.query()),
          StandardCharsets.UTF_8,
          (name, value) -> put(arguments, name, TextNode.valueOf(CleanText.of(value))));
    }
    if (raw.isPost() && raw.body().length > 0) {
      readBody(raw.contentType(), raw.body(), arguments);
    }
    return arguments;
  }

  /// Whether the arguments are a body of JSON that says so.
  static boolean isJson(RawArguments raw) {
    return raw.isPost() && raw.contentType() != null && mediaType(raw.contentType()).equals(JSON);
  }

  private static String mediaType(String contentType) {
    int semicolon = contentType.indexOf(';');
    return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static void readBody(
      @Nullable String contentType, byte[] body, Map<String, JsonNode> arguments) {
    if (contentType == null || contentType.isBlank()) {
      throw new Refusal("missing_post_type");
    }
    Charset charset = charset(contentType);
    switch (mediaType(contentType)) {
      case JSON -> readJson(body, charset, arguments);
      case "application/x-www-form-urlencoded" -> readForm(body, charset, arguments);
      case "multipart/form-data" ->
          MultipartForm.read(contentType, body, (name, value) -> put(arguments, name, value));
      case "text/plain" -> {
        if (body[0] == '{') {
          readJson(body, charset, arguments);
        } else {
          readForm(body, charset, arguments);
        }
      }
      default -> throw new Refusal("invalid_post_type");
    }
  }

  private static void readForm(byte[] body, Charset charset, Map<String, JsonNode> arguments) {
    FormText.read(
        body,
        charset,
        (name, value) -> put(arguments, name, TextNode.valueOf(CleanText.of(value))));
  }

  private static void readJson(byte[] body, Charset charset, Map<String, JsonNode> arguments) {
    String text = FormText.strict(body, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      return;
    }
    JsonNode json = Json.read(text).orElseThrow(() -> new Refusal("invalid_json"));
    if (!json.isObject()) {
      throw new Refusal("json_not_object");
    }
    for (Map.Entry<String, JsonNode> field : CleanText.of(json).properties()) {
      put(arguments, field.getKey(), field.getValue());
    }
  }

  private static void put(Map<String, JsonNode> arguments, String name, JsonNode value) {
    String clean = name.startsWith("\uFEFF") ? name.substring(1) : name;
    if (!NAME.matcher(clean).matches()) {
      throw new Refusal(
          ARRAY_NAME.matcher(clean).matches() ? "invalid_array_arg" : "invalid_arg_name");
    }
    var _ = arguments.put(clean, value);
    if (arguments.size() > MAX_ARGUMENTS) {
      throw new Refusal("invalid_arguments", "too many arguments");
    }
  }

  private static Charset charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
      case "", "utf-8", "utf8", "us-ascii" -> StandardCharsets.UTF_8;
      case "iso-8859-1", "latin1" -> StandardCharsets.ISO_8859_1;
      default -> throw new Refusal("invalid_charset");
    };
  }
}
