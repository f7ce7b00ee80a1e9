package dev.parley.api.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/// Lets a client that shut down its sending half after its last request still read the answers:
/// without this the connection would be closed as soon as the end was read, and what was asked
/// would be done and not be answered.
///
/// Confined to the event loop of its channel.
public final class HalfClosure extends ChannelDuplexHandler {
  private int unanswered;
  private boolean isShutDown;

  private HalfClosure() {}

  /// Treats a new connection of an HTTP server so; one of HTTP/2 is left as it is.
  public static void allow(HttpConnection connection) {
    if (connection instanceof HttpServerConnection server
        && server.protocolVersion() != HttpVersion.HTTP_2) {
      ChannelHandlerContext context = server.channelHandlerContext();
      context.pipeline().addBefore(context.name(), null, new HalfClosure());
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
  }

  /// Whoever has the channel from now on is told of its end in the usual way.
  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    context.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      unanswered++;
    }
    var _ = context.fireChannelRead(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      isShutDown = true;
      closeIfAnswered(context);
    }
    var _ = context.fireUserEventTriggered(event);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isProvisional(message)) {
      ChannelPromise written = promise.unvoid();
      var _ =
          written.addListener(
              _ -> {
                unanswered--;
                closeIfAnswered(context);
              });
      var _ = context.write(message, written);
    } else {
      var _ = context.write(message, promise);
    }
  }

  /// Whether it is no answer yet, but a word that the request may go on.
  private static boolean isProvisional(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private void closeIfAnswered(ChannelHandlerContext context) {
    if (isShutDown && unanswered <= 0) {
      var _ = context.close();
    }
  }
}
