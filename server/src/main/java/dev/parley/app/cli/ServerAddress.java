package dev.parley.app.cli;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the address of a running server, such as `http://127.0.0.1:8080`.
public final class ServerAddress implements ITypeConverter<URI> {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  @Override
  public URI convert(String text) {
    try {
      URI address = URI.create(text);
      String scheme = String.valueOf(address.getScheme());
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return address.getPort() >= 0 ? address : withPort(address, scheme);
      }
    } catch (IllegalArgumentException e) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static URI withPort(URI address, String scheme) {
    int port = scheme.equals("http") ? HTTP_PORT : HTTPS_PORT;
    return URI.create(scheme + "://" + address.getHost() + ":" + port);
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "\"" + text + "\" is not an address like http://127.0.0.1:8080");
  }
}
