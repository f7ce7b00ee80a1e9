package dev.parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What lines of a channel's history say.
final class LineTextTest {
  @Test
  void aLinesFieldsAreWhatItSays() {
    assertThat(LineText.fields("channel_name", LineText.renamed("U1", "old", "new")))
        .isEqualTo(Map.of("old_name", "old", "name", "new"));
    String topic = "set the channel topic: a\nb &amp; \"c\"";
    assertThat(LineText.fields("channel_topic", LineText.described("U1", "topic", topic)))
        .isEqualTo(Map.of("topic", topic));
    assertThat(LineText.fields("channel_purpose", LineText.described("U1", "purpose", "")))
        .isEqualTo(Map.of("purpose", ""));
    assertThat(LineText.fields("channel_join", "<@U1> has joined the channel")).isEmpty();
    assertThat(LineText.fields("", LineText.described("U1", "topic", "x"))).isEmpty();
  }
}
