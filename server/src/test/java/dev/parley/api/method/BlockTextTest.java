package dev.parley.api.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class BlockTextTest {

  private static String text(String blocks) throws Exception {
    return BlockText.of(new ObjectMapper().readTree(blocks));
  }

  @Test
  void eachBlockSaysALine() throws Exception {
    String blocks =
        """
        [{"type":"header","text":{"type":"plain_text","text":"Build <42>"}},
         {"type":"divider"},
         {"type":"section","text":{"type":"mrkdwn","text":"*passed* &amp; done"},
          "fields":[{"type":"mrkdwn","text":"3 min"},{"type":"plain_text","text":"main"}]},
         {"type":"context","elements":[{"type":"image","alt_text":"a face"},
                                       {"type":"mrkdwn","text":"by <@U1>"}]},
         {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Go"}}]}]
        """;

    assertThat(text(blocks))
        .isEqualTo("Build &lt;42&gt;\n*passed* &amp; done 3 min main\na face by <@U1>\nGo");
  }

  @Test
  void richTextIsOneLine() throws Exception {
    String blocks =
        """
        [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
          {"type":"text","text":"hi "},{"type":"user","user_id":"U1"},{"type":"text","text":" & "},
          {"type":"broadcast","range":"here"},{"type":"emoji","name":"tada"},
          {"type":"link","url":"https://a.test"}]}]}]
        """;

    assertThat(text(blocks)).isEqualTo("hi <@U1> &amp; <!here>:tada:<https://a.test>");
  }

  @Test
  void whatSaysNothingIsNoText() throws Exception {
    assertThat(text("[{\"type\":\"divider\"},{\"type\":\"section\",\"text\":7}]")).isEmpty();
  }
}
