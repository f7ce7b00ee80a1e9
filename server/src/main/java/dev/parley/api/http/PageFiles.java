package dev.parley.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the web client, read into memory at the start: a few megabytes, never written
/// again.
public final class PageFiles {
  private static final String INDEX = "/index.html";
  private static final String VIEWS = "/w/";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Map<String, PageFile> files;

  private PageFiles(Map<String, PageFile> files) {
    this.files = files;
  }

  /// One file and its compressed forms.
  ///
  /// @param immutable whether its name changes with its content
  public record PageFile(
      byte[] plain,
      byte @Nullable [] gzip,
      byte @Nullable [] brotli,
      String type,
      boolean immutable,
      String tag) {}

  /// Reads a directory; a directory that is not there has no files.
  public static PageFiles read(Path directory) throws IOException {
    Map<String, PageFile> files = new HashMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> found = Files.walk(directory)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String name = "/" + directory.relativize(file).toString().replace('\\', '/');
          if (!name.endsWith(".gz") && !name.endsWith(".br") && !name.endsWith(".map")) {
            files.put(name, file(file, name));
          }
        }
      }
    }
    return new PageFiles(files);
  }

  private static PageFile file(Path file, String name) throws IOException {
    byte[] plain = Files.readAllBytes(file);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new PageFile(
        plain,
        sibling(file, ".gz"),
        sibling(file, ".br"),
        TYPES.getOrDefault(extension, "application/octet-stream"),
        name.startsWith("/assets/"),
        tag(plain));
  }

  private static byte @Nullable [] sibling(Path file, String suffix) throws IOException {
    Path compressed = file.resolveSibling(file.getFileName() + suffix);
    return Files.exists(compressed) ? Files.readAllBytes(compressed) : null;
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The file at an address; every address without an extension, and every one of a view of a
  /// workspace, is the page itself.
  public Optional<PageFile> find(String path) {
    PageFile file = files.get(path);
    boolean isPage = path.startsWith(VIEWS) || path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    return Optional.ofNullable(file == null && isPage ? files.get(INDEX) : file);
  }

  /// Which build of the page this is: changes whenever its entry changes.
  public String build() {
    PageFile index = files.get(INDEX);
    return index == null
        ? "none"
        : tag(index.tag().getBytes(StandardCharsets.US_ASCII)).substring(1, 13);
  }
}
