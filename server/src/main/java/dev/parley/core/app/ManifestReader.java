package dev.parley.core.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.parley.core.app.Manifest.Problem;
import dev.parley.core.app.Manifest.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads manifests, in JSON or YAML. Bounded in length and depth; aliases of YAML are refused, so
/// that a short text cannot stand for a long one. Safe for many threads.
public final class ManifestReader {
  /// Most characters of a manifest.
  public static final int MOST = 65_536;

  private static final int DEEPEST = 20;
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(MOST).build();

  private static final ObjectMapper JSON =
      strict(new ObjectMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build()));
  private static final YAMLFactory YAML_FACTORY = yaml();
  private static final ObjectMapper YAML = strict(new ObjectMapper(YAML_FACTORY));

  private ManifestReader() {}

  /// Reads a manifest; what begins with a brace is JSON.
  public static Reading read(String text) {
    if (text.length() > MOST) {
      return invalid("", "A manifest has at most " + MOST + " characters.");
    }
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (bare.isBlank()) {
      return invalid("", "The manifest is empty.");
    }
    try {
      if (bare.stripLeading().startsWith("{")) {
        return check(JSON.readTree(bare));
      }
      return hasAliases(bare)
          ? invalid("", "Anchors and aliases of YAML are not allowed in a manifest.")
          : check(YAML.readTree(bare));
    } catch (JsonProcessingException e) {
      return invalid("", sentence(e));
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot be read", e);
    }
  }

  private static YAMLFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(false);
    return YAMLFactory.builder().loaderOptions(options).streamReadConstraints(BOUNDS).build();
  }

  private static ObjectMapper strict(ObjectMapper mapper) {
    mapper
        .getFactory()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    return mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static boolean hasAliases(String text) throws IOException {
    try (YAMLParser parser = YAML_FACTORY.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
          return true;
        }
      }
      return false;
    }
  }

  private static Reading check(JsonNode manifest) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> notices = new ArrayList<>();
    ManifestShape.MANIFEST.check(manifest, "", new Shape.Findings(problems, notices));
    return problems.isEmpty()
        ? new Reading.Valid(manifest(manifest), notices)
        : new Reading.Invalid(problems);
  }

  /// A manifest that was checked when it was stored.
  static Manifest stored(String json) {
    try {
      return manifest(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored manifest cannot be read", e);
    }
  }

  private static Manifest manifest(JsonNode manifest) {
    JsonNode display = manifest.path("display_information");
    String name = display.path("name").asText().strip();
    JsonNode botName = manifest.path("features").path("bot_user").path("display_name");
    Set<String> scopes = new LinkedHashSet<>();
    manifest
        .path("oauth_config")
        .path("scopes")
        .path("bot")
        .forEach(scope -> scopes.add(scope.asText()));
    return new Manifest(
        name,
        display.path("description").asText("").strip(),
        botName.isTextual() ? botName.textValue().strip() : name,
        scopes,
        manifest.toString());
  }

  private static Reading invalid(String pointer, String message) {
    return new Reading.Invalid(List.of(new Problem(pointer, message)));
  }

  private static String sentence(JsonProcessingException e) {
    String what = e.getOriginalMessage().lines().findFirst().orElse("It cannot be read");
    JsonLocation where = e.getLocation();
    return where == null
        ? "The manifest cannot be read: " + what
        : "Line %d, column %d cannot be read: %s"
            .formatted(where.getLineNr(), where.getColumnNr(), what);
  }
}
