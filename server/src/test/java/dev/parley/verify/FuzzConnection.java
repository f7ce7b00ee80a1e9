package dev.parley.verify;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection that sends bytes as they are and reads whole answers.
final class FuzzConnection implements AutoCloseable {
  private final URI server;
  private Socket socket;
  private InputStream in;

  FuzzConnection(URI server) throws IOException {
    this.server = server;
    this.socket = open();
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// @param body as text
  record Answer(int status, String type, String body) {}

  private Socket open() throws IOException {
    Socket opened = new Socket(server.getHost(), server.getPort());
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(30_000);
    return opened;
  }

  Answer exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    String status = line();
    int length = 0;
    String type = "";
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (lower.startsWith("content-type:")) {
        type = header.substring("content-type:".length()).strip();
      } else if (lower.equals("connection: close")) {
        closes = true;
      }
    }
    byte[] body = in.readNBytes(length);
    if (closes) {
      close();
      socket = open();
      in = new BufferedInputStream(socket.getInputStream());
    }
    return new Answer(
        Integer.parseInt(status.split(" ", -1)[1]), type, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("closed after " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
