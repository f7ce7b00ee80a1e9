package dev.parley.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.app.Manifest.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a part of a manifest must be.
@FunctionalInterface
interface Shape {
  /// Tells what is wrong with a part.
  ///
  /// @param at the part's JSON pointer
  void check(JsonNode node, String at, Findings findings);

  /// What was found in a manifest.
  ///
  /// @param problems for which it cannot be used
  /// @param notices what in it has no effect
  record Findings(List<Problem> problems, List<Problem> notices) {
    void problem(String at, String message) {
      problems.add(new Problem(at, message));
    }
  }

  /// Anything.
  Shape ANY = (_, _, _) -> {};

  Shape FLAG =
      (node, at, findings) -> {
        if (!node.isBoolean()) {
          findings.problem(at, "This is true or false.");
        }
      };

  Shape NUMBER =
      (node, at, findings) -> {
        if (!node.isIntegralNumber()) {
          findings.problem(at, "This is a whole number.");
        }
      };

  Shape ADDRESS =
      text(2_000)
          .and(
              node -> isAddress(node.textValue()),
              "This is an address that begins with http:// or https://.");

  /// A text of one line or more, not blank.
  static Shape text(int most) {
    return (node, at, findings) -> {
      if (!node.isTextual()) {
        findings.problem(at, "This is a text.");
      } else if (node.textValue().isBlank()) {
        findings.problem(at, "This is not empty.");
      } else if (node.textValue().codePointCount(0, node.textValue().length()) > most) {
        findings.problem(at, "This has at most " + most + " characters.");
      }
    };
  }

  /// A name: one line.
  static Shape name(int most) {
    return text(most)
        .and(
            node -> node.textValue().codePoints().noneMatch(Character::isISOControl),
            "This is one line.");
  }

  static Shape matching(String pattern, String sentence) {
    Pattern form = Pattern.compile(pattern);
    return text(255).and(node -> form.matcher(node.textValue()).matches(), sentence);
  }

  static Shape oneOf(String... values) {
    return text(255)
        .and(
            node -> List.of(values).contains(node.textValue()),
            "This is " + String.join(" or ", values) + ".");
  }

  static Shape listOf(Shape item, int most) {
    return (node, at, findings) -> {
      if (!node.isArray()) {
        findings.problem(at, "This is a list.");
        return;
      }
      if (node.size() > most) {
        findings.problem(at, "This has at most " + most + " entries.");
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        item.check(node.get(i), at + "/" + i, findings);
      }
    };
  }

  /// A group of named parts. Parts that are not named here are told of as without effect.
  ///
  /// @param required the parts that may not be missing
  static Shape group(Map<String, Shape> parts, String... required) {
    return (node, at, findings) -> {
      if (!node.isObject()) {
        findings.problem(at, "This is a group of named values.");
        return;
      }
      for (String name : required) {
        if (node.path(name).isMissingNode() || node.path(name).isNull()) {
          findings.problem(at + "/" + name, "This is missing.");
        }
      }
      node.properties()
          .forEach(
              part -> {
                Shape shape = parts.get(part.getKey());
                String place = at + "/" + part.getKey().replace("~", "~0").replace("/", "~1");
                if (shape == null) {
                  findings
                      .notices()
                      .add(new Problem(place, "This is not known and has no effect."));
                } else if (!part.getValue().isNull()) {
                  shape.check(part.getValue(), place, findings);
                }
              });
    };
  }

  /// The same, and something more of what passes it.
  default Shape and(Predicate<JsonNode> more, String sentence) {
    return (node, at, findings) -> {
      int before = findings.problems().size();
      check(node, at, findings);
      if (findings.problems().size() == before && !more.test(node)) {
        findings.problem(at, sentence);
      }
    };
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
