package dev.parley.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.websocket.ClientFrames;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// A WebSocket client on a plain socket, byte by byte under the test's control.
final class TestClient implements AutoCloseable {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final Socket socket;
  private final DataInputStream in;

  TestClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
  }

  static TestClient open(int port, String ticket, byte... glued) throws IOException {
    return new TestClient(new Socket(InetAddress.getLoopbackAddress(), port))
        .handshake(ticket, glued);
  }

  TestClient handshake(String ticket, byte... glued) throws IOException {
    String request =
        "GET /ws?ticket="
            + ticket
            + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + "\r\n\r\n";
    write(ClientFrames.join(request.getBytes(ISO_8859_1), glued));
    return this;
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void send(String json) throws IOException {
    write(ClientFrames.text(json));
  }

  /// The head of an HTTP answer.
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /// The next text, `close <code>`, or `end` when the socket is closed.
  String read() throws IOException {
    try {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = (int) in.readLong();
      }
      byte[] payload = in.readNBytes(length);
      return switch (first & 0x0f) {
        case 8 -> "close " + ((payload[0] & 0xff) << 8 | (payload[1] & 0xff));
        case 10 -> "pong " + new String(payload, UTF_8);
        default -> new String(payload, UTF_8);
      };
    } catch (EOFException | SocketException e) {
      return "end";
    }
  }

  /// Reads until a text contains something.
  String readUntil(String part) throws IOException {
    String text = read();
    while (!text.contains(part)) {
      if (text.equals("end")) {
        throw new EOFException("no " + part);
      }
      text = read();
    }
    return text;
  }

  /// Reads whatever comes until the socket is closed.
  void readUntilEnd() throws IOException {
    String text = read();
    while (!text.equals("end")) {
      text = read();
    }
  }

  /// Says that nothing more will be sent, and goes on reading.
  void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
