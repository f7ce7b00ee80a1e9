package dev.parley.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.websocket.ClientFrames;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/// A socket as Slack's SDK for Python makes it without any other library, for RTM: it speaks plain
/// TCP to every port but 443, wants words behind `101`, and knows whole frames only, without a
/// mask. What it could not read is an [AssertionError].
public final class PythonSocket implements AutoCloseable {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String PROOF = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
  private static final int TLS_PORT = 443;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final DataInputStream in;

  /// What came in one frame.
  public record Frame(int opcode, String text) {
    public boolean isPing() {
      return opcode == 9;
    }
  }

  private PythonSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /// The port that it takes for an address.
  public static int port(URI address) {
    int usual = address.getScheme().equals("wss") ? TLS_PORT : 80;
    return address.getPort() < 0 ? usual : address.getPort();
  }

  /// Whether it would speak TLS to an address.
  public static boolean speaksTls(URI address) {
    return port(address) == TLS_PORT;
  }

  /// Connects and shakes hands.
  public static PythonSocket open(URI address) throws IOException {
    PythonSocket python = new PythonSocket(new Socket(address.getHost(), port(address)));
    python.shakeHands(address);
    return python;
  }

  private void shakeHands(URI address) throws IOException {
    String request =
        String.join(
            "\r\n",
            "GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1",
            "Host: " + address.getHost(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: " + KEY,
            "Sec-WebSocket-Version: 13",
            "",
            "");
    write(request.getBytes(ISO_8859_1));
    String status = line();
    if (status.split(" ", -1).length < 3 || !status.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError("it does not understand: " + status);
    }
    boolean isProven = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      isProven |= header.equalsIgnoreCase("sec-websocket-accept: " + PROOF);
      if (header.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions")) {
        throw new AssertionError("it did not ask for: " + header);
      }
    }
    if (!isProven) {
      throw new AssertionError("nothing proves that the key was understood");
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.readUnsignedByte(); read != '\n'; read = in.readUnsignedByte()) {
      line.append((char) read);
    }
    return line.toString().strip();
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  public void send(String text) throws IOException {
    write(ClientFrames.text(text));
  }

  public void ping(String payload) throws IOException {
    write(ClientFrames.frame(0x89, payload.getBytes(UTF_8)));
  }

  public void pong(String payload) throws IOException {
    write(ClientFrames.frame(0x8a, payload.getBytes(UTF_8)));
  }

  /// The next frame.
  public Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if ((first & 0xf0) != 0x80 || (first & 0x0f) == 0) {
      throw new AssertionError("it reads whole frames only, no " + Integer.toHexString(first));
    }
    if (second >= 0x80) {
      throw new AssertionError("it knows no mask of a server");
    }
    if (second == 0) {
      throw new AssertionError("it waits for ever on an empty frame");
    }
    long length = second;
    if (second == 126) {
      length = in.readUnsignedShort();
    } else if (second == 127) {
      length = in.readLong();
    }
    return new Frame(first & 0x0f, new String(in.readNBytes((int) length), UTF_8));
  }

  /// Reads until a text contains something, and answers pings.
  public String readUntil(String part) throws IOException {
    Frame frame = read();
    while (!frame.text().contains(part)) {
      if (frame.isPing()) {
        pong(frame.text());
      }
      frame = read();
    }
    return frame.text();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
