package dev.parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What a text says as blocks.
final class RichTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] PIECES = {
    "*",
    "_",
    "~",
    "`",
    "```",
    "<",
    ">",
    "&gt;",
    "|",
    "<@U1>",
    "<!here>",
    ":",
    ":tada:",
    "\n",
    " ",
    "word",
    "&lt;",
    "ä",
    "\u202e",
    "<javascript:x|y>",
    "<https://a.test>",
    "http://a.test/_b_"
  };

  private static JsonNode elements(String text) {
    JsonNode block = RichText.blocks(text).orElseThrow().get(0);
    assertThat(block.path("type").asText()).isEqualTo("rich_text");
    return block.path("elements");
  }

  /// The elements of the one section that a text makes.
  private static JsonNode section(String text) {
    JsonNode elements = elements(text);
    assertThat(elements).hasSize(1);
    assertThat(elements.get(0).path("type").asText()).isEqualTo("rich_text_section");
    return elements.get(0).path("elements");
  }

  private static void assertSection(String text, String elements) throws JsonProcessingException {
    JsonNode made = JSON.readTree(section(text).toString());
    assertThat(made).as(text).isEqualTo(JSON.readTree(elements));
  }

  @Test
  void signsAreStylesAndNest() throws Exception {
    assertSection(
        "a *b _c_* ~d~ `*e* &lt;f&gt;`",
        """
        [{"type":"text","text":"a "},
         {"type":"text","style":{"bold":true},"text":"b "},
         {"type":"text","style":{"bold":true,"italic":true},"text":"c"},
         {"type":"text","text":" "},
         {"type":"text","style":{"strike":true},"text":"d"},
         {"type":"text","text":" "},
         {"type":"text","style":{"code":true},"text":"*e* <f>"}]
        """);
    for (String plain : new String[] {"a*b*c", "2 * 3 * 4", "*open", "snake_case_name", "**"}) {
      assertSection(plain, "[{\"type\":\"text\",\"text\":\"" + plain + "\"}]");
    }
  }

  @Test
  void anglesAreWhatTheyName() throws Exception {
    assertSection(
        "<@U1|ann><!subteam^S1|@ops><#C1|dev><!here><https://a.test/?a&amp;b><mailto:a@b.c|a@b.c>",
        """
        [{"type":"user","user_id":"U1"},{"type":"usergroup","usergroup_id":"S1"},
         {"type":"channel","channel_id":"C1"},{"type":"broadcast","range":"here"},
         {"type":"link","url":"https://a.test/?a&b"},
         {"type":"link","url":"mailto:a@b.c","text":"a@b.c"}]
        """);
    assertSection(
        "<!date^1392734382^{date} at {time}^https://a.test|then>",
        """
        [{"type":"date","timestamp":1392734382,"format":"{date} at {time}",
          "url":"https://a.test","fallback":"then"}]
        """);
    assertSection("<javascript:x|y>", "[{\"type\":\"text\",\"text\":\"<javascript:x|y>\"}]");
  }

  @Test
  void shortcodesAreEmojiAndTimesAreNot() throws Exception {
    assertSection(
        ":tada: 10:30:45 :wave::skin-tone-3:",
        """
        [{"type":"emoji","name":"tada"},{"type":"text","text":" 10:30:45 "},
         {"type":"emoji","name":"wave","skin_tone":3}]
        """);
  }

  @Test
  void quotesAndCodeBlocksStandApart() throws Exception {
    assertThat(elements("a\n&gt; b\n&gt; c\nd\n```\ne &lt;\n  <https://f.test>\n```\ng"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"type":"rich_text_section","elements":[{"type":"text","text":"a"}]},
                 {"type":"rich_text_quote","elements":[{"type":"text","text":"b\\nc"}]},
                 {"type":"rich_text_section","elements":[{"type":"text","text":"d"}]},
                 {"type":"rich_text_preformatted","elements":[
                   {"type":"text","text":"e <\\n  https://f.test"}]},
                 {"type":"rich_text_section","elements":[{"type":"text","text":"g"}]}]
                """));
    assertThat(RichText.blocks(" \n ")).isEmpty();
  }

  @Test
  void nothingThatCanBeWrittenBreaksItOrMakesADangerousLink() {
    long seed = 815;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      RichText.blocks(text.toString())
          .ifPresent(
              blocks -> {
                for (JsonNode url : blocks.findValues("url")) {
                  assertThat(url.asText()).as("%s of seed %d", text, seed).startsWith("http");
                }
                for (JsonNode words : blocks.findValues("text")) {
                  assertThat(words.asText()).as("%s of seed %d", text, seed).isNotEmpty();
                }
              });
    }
  }

  @Test
  void hostileTextIsReadSoon() {
    for (String sign : new String[] {"<", "`", "*a ", "_*~", "&gt; ", "http", "```", ":a", "<@"}) {
      String text = sign.repeat(40_000 / sign.length());
      Assertions.assertTimeout(Duration.ofSeconds(2), () -> RichText.blocks(text), sign);
    }
  }
}
