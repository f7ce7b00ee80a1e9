package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.kernel.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// Decodes `multipart/form-data` that is in memory already. Parts with a file name are bytes, all
/// others are text.
final class MultipartForm {

  private MultipartForm() {}

  /// @throws Refusal `invalid_form_data` or `invalid_charset`
  static void read(String contentType, byte[] body, BiConsumer<String, JsonNode> parts) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    HttpPostMultipartRequestDecoder decoder = null;
    try {
      decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
      for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
        if (part instanceof HttpData data) {
          parts.accept(data.getName(), value(data));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof Refusal refusal ? refusal : new Refusal("invalid_form_data");
    } finally {
      if (decoder != null) {
        decoder.destroy();
      }
    }
  }

  private static JsonNode value(HttpData data) throws IOException {
    return data instanceof FileUpload
        ? BinaryNode.valueOf(data.get())
        : TextNode.valueOf(CleanText.of(FormText.strict(data.get(), StandardCharsets.UTF_8)));
  }
}
