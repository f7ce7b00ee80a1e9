package dev.parley.gateway.hub;

/// Reads single fields of the flat JSON that the simulation uses, fast.
final class SimJson {
  private SimJson() {}

  static String text(String json, String field) {
    int start = json.indexOf("\"" + field + "\":\"") + field.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }

  static long number(String json, String field) {
    int start = json.indexOf("\"" + field + "\":") + field.length() + 3;
    int end = start;
    while (end < json.length() && Character.isDigit(json.charAt(end))) {
      end++;
    }
    return Long.parseLong(json, start, end, 10);
  }
}
