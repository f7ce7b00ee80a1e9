package dev.parley.api.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What `Accept-Encoding` says.
final class AcceptedEncodings {

  private AcceptedEncodings() {}

  /// Whether a coding is named and not refused by a weight of zero.
  static boolean accept(@Nullable String header, String coding) {
    if (header == null) {
      return false;
    }
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] words = part.split(";", -1);
      if (words[0].strip().equals(coding)) {
        return words.length == 1 || !words[1].replace(" ", "").matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
