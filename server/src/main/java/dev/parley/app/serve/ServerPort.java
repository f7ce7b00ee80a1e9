package dev.parley.app.serve;

import dev.parley.app.cli.CommandException;
import dev.parley.app.config.ServerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The port people come to: whether it can be had, and whether a server answers there.
public final class ServerPort {
  private static final int PATIENCE_MILLIS = 5_000;

  private ServerPort() {}

  /// @throws CommandException if another program listens there, or the address is not this
  /// machine's
  public static void requireFree(ServerConfig config) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(config.host(), config.port()));
    } catch (BindException e) {
      throw taken(config);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandException("This machine cannot listen on %s.".formatted(config.host()));
    }
  }

  static CommandException taken(ServerConfig config) {
    return new CommandException(
        "The port %d on %s is taken or not permitted: choose another with --port."
            .formatted(config.port(), config.host()));
  }

  /// Whether a server answers `GET /healthz` with 200.
  public static boolean answers(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(reachable(host), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  /// The address to reach a server at that listens on `host`.
  static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
      default -> host;
    };
  }
}
