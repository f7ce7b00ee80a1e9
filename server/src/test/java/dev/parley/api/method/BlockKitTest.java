package dev.parley.api.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of blocks that are not as they must be.
final class BlockKitTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<String> wrong(String blocks) throws JsonProcessingException {
    var tree = JSON.readTree(blocks);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> BlockKit.check(tree));
    assertThat(refusal.code()).isEqualTo("invalid_blocks");
    return refusal.details();
  }

  @Test
  void eachThingThatIsWrongIsToldWithItsPlace() throws Exception {
    String blocks =
        """
        [{"type": "section", "text": {"type": "mrkdwn", "text": "%s"}},
         {"type": "divider"},
         {"type": "header", "text": {"type": "plain_text", "text": ""}},
         {"type": "nonsense"},
         {"type": "actions"},
         {"type": "section", "fields": [{"type": "html", "text": "a"}]}]
        """
            .formatted("x".repeat(3_001));

    assertThat(wrong(blocks))
        .containsExactly(
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
            "must be more than 0 characters [json-pointer:/blocks/2/text/text]",
            "unsupported type: nonsense [json-pointer:/blocks/3/type]",
            "missing required field: elements [json-pointer:/blocks/4]",
            "unsupported type: html [json-pointer:/blocks/5/fields/0/type]");
  }

  @Test
  void whoeverGetsAllWrongIsToldTwentyThings() throws Exception {
    String elements = "{},".repeat(100) + "{}";

    assertThat(wrong("[{\"type\": \"rich_text\", \"elements\": [" + elements + "]}]")).hasSize(20);
  }
}
