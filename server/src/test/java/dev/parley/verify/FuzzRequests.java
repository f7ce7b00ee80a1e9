package dev.parley.verify;

import dev.parley.api.Arg;
import dev.parley.api.Method;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes requests that are more or less like those the methods are made for.
final class FuzzRequests {
  private static final String BOUNDARY = "--------fuzz";
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "application/x-www-form-urlencoded; charset=no-such",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=" + BOUNDARY,
          "text/plain",
          "text/xml",
          "",
          ";;;",
          "application/gzip");

  private final Random random;
  private final FuzzValues values;
  private final List<Method> methods;
  private final List<String> tokens;
  private final String doomed;

  /// @param tokens those that callers show
  /// @param doomed the one whose end may be asked for
  FuzzRequests(
      Random random, FuzzValues values, List<Method> methods, List<String> tokens, String doomed) {
    this.random = random;
    this.values = values;
    this.methods = methods;
    this.tokens = tokens;
    this.doomed = doomed;
  }

  /// A request as it is sent.
  ///
  /// @param method of the API, as far as it is one
  record Request(String method, String head, byte[] body) {

    byte[] bytes() {
      byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = Arrays.copyOf(start, start.length + body.length);
      System.arraycopy(body, 0, all, start.length, body.length);
      return all;
    }

    @Override
    public String toString() {
      String text = new String(body, StandardCharsets.ISO_8859_1);
      return head + text.substring(0, Math.min(2_000, text.length()));
    }
  }

  Request next() {
    Method method = values.pick(methods);
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Arg<?> arg : method.args()) {
      if (random.nextInt(5) > 0) {
        arguments.put(arg.name(), values.value(arg.type()));
      }
    }
    if (random.nextInt(50) == 0) {
      arguments.put(random.nextBoolean() ? "a[1]" : "\\u00e4", values.value("string"));
    }
    String query = "";
    String type;
    byte[] body;
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        type = "application/x-www-form-urlencoded";
        body = form(arguments).getBytes(StandardCharsets.UTF_8);
      }
      case 2 -> {
        type = "multipart/form-data; boundary=" + BOUNDARY;
        body = multipart(arguments);
      }
      case 3 -> {
        type = "application/json";
        body = new byte[0];
        query = "?" + form(arguments);
      }
      default -> {
        type = "application/json; charset=utf-8";
        body = json(arguments).getBytes(StandardCharsets.UTF_8);
      }
    }
    if (random.nextInt(6) == 0) {
      body = broken(body);
    }
    if (random.nextInt(20) == 0) {
      type = values.pick(TYPES);
    }
    return request(method, query, type, body);
  }

  private Request request(Method method, String query, String type, byte[] body) {
    String name =
        switch (random.nextInt(60)) {
          case 0 -> method.name() + "x";
          case 1 -> "/" + method.name() + "/";
          case 2 -> "%00" + method.name();
          default -> method.name();
        };
    String cut = query.length() > 3_000 ? query.substring(0, 3_000) : query;
    boolean isGet = !cut.isEmpty() && random.nextBoolean();
    StringBuilder head = new StringBuilder(isGet ? "GET" : "POST");
    head.append(" /api/").append(name).append(cut).append(" HTTP/1.1\r\nhost: a\r\n");
    if (random.nextInt(20) > 0) {
      boolean ends = method.name().equals("auth.revoke") || method.name().equals("client.signOut");
      String token = ends ? doomed : values.pick(tokens);
      head.append("authorization: Bearer ").append(token).append("\r\n");
    }
    if (!type.isEmpty()) {
      head.append("content-type: ").append(type).append("\r\n");
    }
    if (random.nextInt(40) == 0) {
      head.append("content-encoding: gzip\r\nx-parley-team: T1\r\naccept-encoding: gzip;q=0\r\n");
    }
    head.append("content-length: ").append(body.length).append("\r\n\r\n");
    return new Request(method.name(), head.toString(), body);
  }

  private static String json(Map<String, String> arguments) {
    StringBuilder json = new StringBuilder("{");
    arguments.forEach(
        (name, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  private static String form(Map<String, String> arguments) {
    StringBuilder form = new StringBuilder();
    arguments.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(unquoted(value), StandardCharsets.UTF_8)));
    return form.toString();
  }

  private static byte[] multipart(Map<String, String> arguments) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    arguments.forEach(
        (name, value) ->
            body.writeBytes(
                "--%s\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, unquoted(value))
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static String unquoted(String json) {
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  /// Cut off, or with some bytes that were others.
  private byte[] broken(byte[] body) {
    if (body.length == 0) {
      return body;
    }
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(body, random.nextInt(body.length));
    }
    byte[] other = body.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      other[random.nextInt(other.length)] = (byte) random.nextInt(256);
    }
    return other;
  }
}
