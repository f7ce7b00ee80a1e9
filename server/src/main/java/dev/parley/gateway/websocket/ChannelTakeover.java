package dev.parley.gateway.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the channel of a WebSocket request away from the HTTP server: answers the handshake and
/// puts one handler of ours where the server's were. From then on the server knows nothing of the
/// connection but that its channel is open.
///
/// To be called in the request handler itself, on the event loop, before anything asynchronous:
/// only then do bytes that came right behind the request reach the new handler instead of the HTTP
/// decoder. Only HTTP/1.1 requests can be taken over; others are refused with a status. The server
/// must not offer HTTP/2 in clear text: its upgrade handler would miss itself in the pipeline.
public final class ChannelTakeover {
  private static final Logger log = LoggerFactory.getLogger(ChannelTakeover.class);
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String DECODER = "httpDecoder";
  private static final String DETECTOR = "h2c";
  private static final int KEY_BYTES = 16;
  private static final int BAD_REQUEST = 400;
  private static final int UPGRADE_REQUIRED = 426;

  private ChannelTakeover() {}

  /// Takes over the channel of a request, or refuses the request.
  ///
  /// @param handler gets every byte after the handshake; reading is paused until it says otherwise
  /// @return whether the channel is the handler's now
  public static boolean takeOver(HttpServerRequest request, ChannelHandler handler) {
    String key = request.getHeader(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    int refusal = check(request, key);
    if (key == null || refusal != 0) {
      refuse(request, refusal);
      return false;
    }
    ChannelHandlerContext context =
        ((HttpServerConnection) request.connection()).channelHandlerContext();
    Channel channel = context.channel();
    if (!channel.eventLoop().inEventLoop()) {
      throw new IllegalStateException("a channel is taken over on its event loop only");
    }
    channel.config().setAutoRead(false);
    exchangeHandlers(context, handler, acceptKey(key));
    return true;
  }

  private static int check(HttpServerRequest request, @Nullable String key) {
    if (request.version() != HttpVersion.HTTP_1_1 || !request.method().equals(HttpMethod.GET)) {
      return BAD_REQUEST;
    }
    if (!hasToken(request.getHeader(HttpHeaderNames.UPGRADE), "websocket")
        || !hasToken(request.getHeader(HttpHeaderNames.CONNECTION), "upgrade")
        || !"13".equals(request.getHeader(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return UPGRADE_REQUIRED;
    }
    return key == null || !isKey(key) ? BAD_REQUEST : 0;
  }

  private static void refuse(HttpServerRequest request, int status) {
    if (status == UPGRADE_REQUIRED) {
      request
          .response()
          .putHeader(HttpHeaderNames.UPGRADE, "websocket")
          .putHeader(HttpHeaderNames.CONNECTION, "Upgrade")
          .putHeader(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    }
    request
        .response()
        .setStatusCode(status)
        .end("This address takes WebSocket connections over HTTP/1.1.\n")
        .onFailure(failure -> log.debug("The client was gone before it was refused.", failure));
  }

  private static boolean hasToken(@Nullable String header, String token) {
    if (header == null) {
      return false;
    }
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (part.strip().equals(token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What proves to the client that its key was understood.
  static String acceptKey(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-1", e);
    }
  }

  private static void exchangeHandlers(
      ChannelHandlerContext server, ChannelHandler handler, String accept) {
    ChannelPipeline pipeline = server.pipeline();
    pipeline.addAfter(DECODER, null, handler);
    for (Map.Entry<String, ChannelHandler> present : pipeline.toMap().entrySet()) {
      if (isServers(present.getKey(), present.getValue()) && !present.getValue().equals(handler)) {
        pipeline.remove(present.getValue());
      }
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
            + "sec-websocket-accept: "
            + accept
            + "\r\n\r\n";
    var _ =
        server
            .channel()
            .writeAndFlush(ByteBufUtil.writeAscii(server.alloc(), answer), server.voidPromise());
    releaseServer(server);
    pipeline.remove(DECODER);
  }

  /// Whether a handler has to go. The decoder goes last, so that our answer precedes what it still
  /// holds; the detector of upgrades to HTTP/2 takes itself away when the request has passed it.
  private static boolean isServers(String name, ChannelHandler handler) {
    return !(handler instanceof SslHandler) && !name.equals(DECODER) && !name.equals(DETECTOR);
  }

  /// Tells the server's own handler that its connection is over, so that it lets go of it.
  private static void releaseServer(ChannelHandlerContext server) {
    if (server.handler() instanceof ChannelInboundHandler inbound) {
      try {
        inbound.channelInactive(server);
      } catch (Exception e) {
        log.atWarn()
            .addKeyValue("event", "gateway_takeover_release_failed")
            .setCause(e)
            .log("The HTTP server did not let go of a connection.");
      }
    }
  }
}
