package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.event.EventType;
import dev.parley.fanout.Publication;
import dev.parley.gateway.wire.ClientFrame;
import dev.parley.gateway.wire.ClientFrameCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page is compiled against what the server really writes.
final class WireTypesTest {
  private static final Path FILE = Path.of("../web/src/protocol/generated.ts");
  static final String COMMAND =
      "cd server && mvn -q test-compile surefire:test -Dtest=WireTypesTest -Dparley.rewrite=true";

  @Test
  void thePageIsBuiltFromWhatTheServerWrites() throws IOException {
    String types = TypeScriptFile.write(WireCatalogue.types(), COMMAND);
    if (Boolean.getBoolean("parley.rewrite")) {
      Files.writeString(FILE, types);
    }

    assertThat(Files.readString(FILE))
        .as("web/src/protocol/generated.ts is out of date; to rewrite it: %s", COMMAND)
        .isEqualTo(types);
  }

  @Test
  void everyEventTypeHasASample() {
    Set<String> sampled =
        Stream.of(
                WireSamples.channelEvents(),
                WireItems.channelEvents(),
                WireSamples.userEvents(),
                WireItems.userEvents(),
                WireSamples.workspaceEvents(),
                WireItems.workspaceEvents())
            .flatMap(List::stream)
            .map(Publication::event)
            .map(event -> WireSamples.json(event).path("type").textValue())
            .collect(Collectors.toSet());

    assertThat(sampled)
        .containsAll(Arrays.stream(EventType.values()).map(EventType::wireName).toList());
  }

  @Test
  void theServerReadsEveryFrameOfAClient() {
    List<ClientFrame> read =
        WireCatalogue.CLIENT_FRAMES.stream()
            .map(frame -> frame.getBytes(StandardCharsets.UTF_8))
            .map(frame -> ClientFrameCodec.read(new ByteArrayInputStream(frame)))
            .toList();

    assertThat(read).noneMatch(ClientFrame.Refused.class::isInstance);
  }
}
