package dev.parley.api;

import dev.parley.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// Decodes `application/x-www-form-urlencoded`, in bodies and queries, without repairing anything.
final class FormText {

  private FormText() {}

  /// Hands out each pair of a form.
  ///
  /// @throws Refusal `invalid_form_data` for a broken escape, `invalid_charset` for broken text
  static void read(byte[] form, Charset charset, BiConsumer<String, String> pairs) {
    int start = 0;
    while (start < form.length) {
      int end = indexOf(form, '&', start, form.length);
      if (end > start) {
        int equals = indexOf(form, '=', start, end);
        String name = decode(form, start, equals, charset);
        String value = equals == end ? "" : decode(form, equals + 1, end, charset);
        pairs.accept(name, value);
      }
      start = end + 1;
    }
  }

  /// Decodes bytes strictly.
  ///
  /// @throws Refusal `invalid_charset`
  static String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Refusal("invalid_charset");
    }
  }

  /// The bytes of an undecoded query.
  static byte[] bytes(String query) {
    return query.getBytes(StandardCharsets.UTF_8);
  }

  private static String decode(byte[] form, int start, int end, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      byte b = form[i];
      if (b == '+') {
        bytes.write(' ');
      } else if (b == '%') {
        if (i + 2 >= end) {
          throw new Refusal("invalid_form_data");
        }
        bytes.write(hex(form[i + 1]) << 4 | hex(form[i + 2]));
        i += 2;
      } else {
        bytes.write(b);
      }
    }
    return strict(bytes.toByteArray(), charset);
  }

  private static int hex(byte digit) {
    int value = Character.digit(digit, 16);
    if (value < 0) {
      throw new Refusal("invalid_form_data");
    }
    return value;
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
