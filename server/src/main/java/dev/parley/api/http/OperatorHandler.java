package dev.parley.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.api.operator.OperatorApi;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;

/// Serves `/operator/<command>`: a JSON object in, one JSON object a line out. Every use is logged.
public final class OperatorHandler implements Handler<HttpServerRequest> {
  /// What every address of this handler begins with.
  public static final String PREFIX = "/operator/";

  private static final int MAX_BODY = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vertx vertx;
  private final Bodies bodies;
  private final OperatorApi operator;
  private final Executor executor;

  /// @param executor runs each command on a thread that may block
  public OperatorHandler(Vertx vertx, Bodies bodies, OperatorApi operator, Executor executor) {
    this.vertx = vertx;
    this.bodies = bodies;
    this.operator = operator;
    this.executor = executor;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    var _ = response.putHeader("content-type", "application/x-ndjson; charset=utf-8");
    var _ = response.putHeader("cache-control", "no-store");
    String command = request.path().substring(PREFIX.length());
    String from = String.valueOf(request.remoteAddress().hostAddress());
    if (!request.method().equals(HttpMethod.POST)) {
      var _ = response.setStatusCode(405).putHeader("allow", "POST").end();
    } else if (!operator.admits(request.getHeader("authorization"), command, from)) {
      end(response, 401, "invalid_operator_key");
    } else {
      Context context = vertx.getOrCreateContext();
      bodies.serve(
          request,
          new Bodies.Bounds(MAX_BODY, null),
          executor,
          body -> run(context, response, command, body),
          code -> end(response, status(code), code));
    }
  }

  private void run(Context context, HttpServerResponse response, String command, byte[] body) {
    JsonNode args;
    try {
      args = JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
    } catch (IOException e) {
      context.runOnContext(_ -> end(response, 400, "invalid_json"));
      return;
    }
    Buffer[] pending = {Buffer.buffer()};
    operator.run(
        command,
        args,
        line -> {
          var _ = pending[0].appendBytes(write(line)).appendByte((byte) '\n');
          if (pending[0].length() > 32_768) {
            Buffer part = pending[0];
            pending[0] = Buffer.buffer();
            context.runOnContext(_ -> write(response, part));
          }
        });
    context.runOnContext(
        _ -> {
          if (!response.closed()) {
            var _ = response.end(pending[0]);
          }
        });
  }

  /// Sends a part of an answer whose length is not known yet.
  private static void write(HttpServerResponse response, Buffer part) {
    if (response.closed()) {
      return;
    }
    if (!response.headWritten()) {
      var _ = response.setChunked(true);
    }
    var _ = response.write(part);
  }

  private static byte[] write(Map<String, Object> line) {
    try {
      return JSON.writeValueAsBytes(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int status(String code) {
    return switch (code) {
      case "request_too_large" -> 413;
      case "request_timeout" -> 408;
      case "internal_error" -> 500;
      default -> 503;
    };
  }

  private static void end(HttpServerResponse response, int status, String code) {
    var _ = response.setStatusCode(status).end("{\"ok\":false,\"error\":\"" + code + "\"}\n");
  }
}
