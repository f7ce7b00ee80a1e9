package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody with a token: calls methods and listens on a WebSocket, as a program of theirs would.
final class StoryClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final String id;
  private final URI server;
  private final String token;

  StoryClient(URI server, String id, String token) {
    this.server = server;
    this.id = id;
    this.token = token;
  }

  String token() {
    return token;
  }

  /// Calls a method and expects success.
  JsonNode ok(String method, Map<String, ?> arguments) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(raw(method, JSON.writeValueAsString(arguments)));
    if (!answer.path("ok").asBoolean()) {
      throw new AssertionError(method + " answered " + answer);
    }
    return answer;
  }

  /// Creates a channel and gives its id.
  String createChannel(String name, boolean isPrivate) throws IOException, InterruptedException {
    return ok("conversations.create", Map.of("name", name, "is_private", isPrivate))
        .path("channel")
        .path("id")
        .asText();
  }

  /// Posts and gives the `ts`.
  String post(String channel, String text) throws IOException, InterruptedException {
    return ok("chat.postMessage", Map.of("channel", channel, "text", text)).path("ts").asText();
  }

  /// Calls a method with any body and gives the bytes of the answer as text.
  String raw(String method, String body) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(server.resolve("/api/" + method))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /// Opens a WebSocket with a ticket and gives the code by which the server closes it.
  int closeCodeOfTicket(String ticket) throws InterruptedException {
    Socket socket = new Socket();
    var _ =
        HTTP.newWebSocketBuilder().buildAsync(socketAddress("?ticket=" + ticket), socket).join();
    return socket.closeCode();
  }

  /// Opens a WebSocket with the token and tells what comes of it.
  String opening() throws InterruptedException {
    return opening("");
  }

  /// Opens a WebSocket and tells what comes of it: `hello`, or the code by which it is closed.
  String opening(String query) throws InterruptedException {
    Socket socket = new Socket();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (!token.isEmpty()) {
      var _ = builder.header("authorization", "Bearer " + token);
    }
    var _ = builder.buildAsync(socketAddress(query), socket).join();
    String came = socket.opening();
    socket.close();
    return came;
  }

  private URI socketAddress(String query) {
    return URI.create("ws://" + server.getHost() + ":" + server.getPort() + "/ws" + query);
  }

  /// The code by which a WebSocket that shows this token is closed.
  int closeCodeOfToken() throws InterruptedException {
    Socket socket = new Socket();
    var _ =
        HTTP.newWebSocketBuilder()
            .header("authorization", "Bearer " + token)
            .buildAsync(socketAddress(""), socket)
            .join();
    return socket.closeCode();
  }

  /// Opens a WebSocket and hears `hello`.
  Socket connect() throws InterruptedException {
    Socket socket = new Socket();
    var _ =
        HTTP.newWebSocketBuilder()
            .header("authorization", "Bearer " + token)
            .buildAsync(socketAddress(""), socket)
            .join();
    socket.epoch = socket.await("hello").path("epoch").asLong();
    return socket;
  }

  /// Opens the socket that `rtm.connect` gives and hears `hello`.
  Socket rtm() throws IOException, InterruptedException {
    Socket socket = new Socket();
    URI address = URI.create(ok("rtm.connect", Map.of()).path("url").asText());
    var _ = HTTP.newWebSocketBuilder().buildAsync(address, socket).join();
    var _ = socket.await("hello");
    return socket;
  }

  /// The address that `rtm.connect` gives to whoever comes by a proxy that speaks TLS for a host.
  String rtmAddressThroughProxy(String host) throws IOException {
    try (java.net.Socket proxy = new java.net.Socket(server.getHost(), server.getPort())) {
      proxy.setSoTimeout(10_000);
      String request =
          String.join(
              "\r\n",
              "GET /api/rtm.connect HTTP/1.1",
              "Host: " + host,
              "X-Forwarded-Proto: https",
              "X-Forwarded-For: 192.0.2.1",
              "Authorization: Bearer " + token,
              "Connection: close",
              "",
              "");
      proxy.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(proxy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n"))).path("url").asText();
    }
  }

  /// A WebSocket whose frames are heard one by one.
  static final class Socket implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private long epoch;
    private volatile @Nullable WebSocket socket;

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
      opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        try {
          frames.add(JSON.readTree(part.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        part.setLength(0);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }

    /// The code by which the server closes.
    int closeCode() throws InterruptedException {
      try {
        return closed.get(10, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError("not closed", e);
      }
    }

    /// The epoch that `hello` told.
    long epoch() {
      return epoch;
    }

    private String opening() throws InterruptedException {
      while (!closed.isDone()) {
        JsonNode frame = frames.poll(20, TimeUnit.MILLISECONDS);
        if (frame != null) {
          return frame.path("type").asText();
        }
      }
      return "close " + closeCode();
    }

    void send(String text) {
      WebSocket open = socket;
      if (open != null) {
        var _ = open.sendText(text, true).join();
      }
    }

    /// Resumes from positions and gives everything up to `resumed`.
    java.util.List<JsonNode> resume(Map<String, Long> positions) throws Exception {
      send(
          JSON.writeValueAsString(
              Map.of("type", "resume", "id", "1", "epoch", epoch, "streams", positions)));
      java.util.List<JsonNode> heard = new java.util.ArrayList<>();
      do {
        heard.add(next());
      } while (!heard.getLast().path("type").asText().equals("resumed"));
      return heard;
    }

    JsonNode next() throws InterruptedException {
      JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no frame in 10 s");
      }
      return frame;
    }

    /// The next frame of a type.
    JsonNode await(String type) throws InterruptedException {
      JsonNode frame = next();
      while (!frame.path("type").asText().equals(type)) {
        frame = next();
      }
      return frame;
    }

    /// What was heard and not asked for yet.
    java.util.List<JsonNode> heard() {
      java.util.List<JsonNode> heard = new java.util.ArrayList<>();
      int _ = frames.drainTo(heard);
      return heard;
    }

    void close() {
      WebSocket open = socket;
      if (open != null) {
        open.abort();
      }
    }
  }
}
