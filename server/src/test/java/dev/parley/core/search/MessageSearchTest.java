package dev.parley.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.message.MessageService.ReplyTo;
import dev.parley.core.message.MessageTarget;
import dev.parley.core.pin.PinMessage;
import dev.parley.core.reaction.React;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Outcome;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a search finds, and what it must not.
final class MessageSearchTest extends AcmeTest {
  private final MessageSearch search;
  private ChannelId open = new ChannelId(1);
  private ChannelId secret = new ChannelId(1);
  private MessageTs cake = MessageTs.ZERO;

  MessageSearchTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    search = new MessageSearch(core.tenants, core.keys);
  }

  @BeforeAll
  void said() throws Exception {
    open = core.newChannel(acme, "open", alice, bob);
    secret = core.channels.create(acme, alice, "secret", true, false).channel().id();
    cake = core.post(acme, open, alice, "Cake in the kitchen").ts();
    var _ =
        core.messages.post(
            acme,
            open,
            bob,
            UUID.randomUUID(),
            MessageContent.text("no cake left, see https://cake.test"),
            new ReplyTo(cake, false));
    var _ = core.post(acme, secret, alice, "Bob's birthday cake");
    var _ = core.post(acme, open, bob, "tea, then");
    var _ = Outcome.await(core.commits.submit(new React(acme, open, cake, bob, "cake", true)));
    MessageTs gone = core.post(acme, open, alice, "cake that was deleted").ts();
    core.messages.delete(new MessageTarget(acme, open, gone), alice, false);
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    var _ =
        core.post(globex, core.newChannel(globex, "open", mallory), mallory, "cake of strangers");
  }

  private List<String> find(UserId reader, String query) {
    SearchQuery parsed = SearchQuery.parse(query, LocalDate.of(2026, 11, 26));
    MessageSearch.Found found = search.find(acme, reader, parsed);
    assertThat(found.isComplete()).isTrue();
    return found.messages().stream().map(MessageView::text).toList();
  }

  @Test
  void theNewestFirstAndOnlyWhatTheReaderMaySee() {
    assertThat(find(alice, "cake"))
        .containsExactly(
            "Bob's birthday cake", "no cake left, see https://cake.test", "Cake in the kitchen");
    assertThat(find(bob, "cake"))
        .containsExactly("no cake left, see https://cake.test", "Cake in the kitchen");
    assertThat(find(bob, "cake in:secret")).isEmpty();
    assertThat(find(bob, "cake in:" + secret)).isEmpty();
  }

  @Test
  void modifiersNarrow() {
    assertThat(find(alice, "cake from:bob")).containsExactly("no cake left, see https://cake.test");
    assertThat(find(alice, "cake from:me in:open")).containsExactly("Cake in the kitchen");
    assertThat(find(alice, "cake -kitchen -birthday"))
        .containsExactly("no cake left, see https://cake.test");
    assertThat(find(alice, "\"the kitchen\"")).containsExactly("Cake in the kitchen");
    assertThat(find(alice, "cake has:link")).containsExactly("no cake left, see https://cake.test");
    assertThat(find(alice, "cake has:reaction")).containsExactly("Cake in the kitchen");
    assertThat(find(alice, "cake is:thread"))
        .containsExactly("no cake left, see https://cake.test", "Cake in the kitchen");
    assertThat(find(alice, "cake before:2020-01-01")).isEmpty();
    assertThat(find(alice, "tea after:2020-01-01")).containsExactly("tea, then");
    assertThat(find(alice, "cake from:nobody")).isEmpty();
  }

  @Test
  void whatWasSentToSomebodyAndWhatHasAPinOrAnEmoji() {
    ChannelId direct = core.channels.open(acme, alice, Set.of(bob)).channel();
    MessageTs asked = core.post(acme, direct, alice, "walnut, please").ts();
    var _ = core.post(acme, direct, bob, "one walnut is left");
    var _ = core.post(acme, open, bob, "who likes walnut?");
    var _ = Outcome.await(core.commits.submit(new PinMessage(acme, direct, asked, bob, true)));
    var _ =
        Outcome.await(
            core.commits.submit(new React(acme, direct, asked, bob, "+1::skin-tone-3", true)));

    assertThat(find(alice, "to:me walnut")).containsExactly("one walnut is left");
    assertThat(find(bob, "to:me")).containsExactly("walnut, please");
    assertThat(find(alice, "to:@bob")).containsExactly("walnut, please");
    assertThat(find(alice, "to:<@" + bob + "> from:me")).containsExactly("walnut, please");
    assertThat(find(bob, "to:@bob")).isEmpty();
    assertThat(find(alice, "walnut in:@bob"))
        .containsExactly("one walnut is left", "walnut, please");
    assertThat(find(alice, "walnut in:<@" + bob + ">")).hasSize(2);
    assertThat(find(alice, "walnut to:me in:open")).isEmpty();
    assertThat(find(alice, "has:pin")).containsExactly("walnut, please");
    assertThat(find(alice, "has::+1:")).containsExactly("walnut, please");
    assertThat(find(alice, "has::cake:")).containsExactly("Cake in the kitchen");
    assertThat(find(alice, "has::")).isEmpty();
  }

  @Test
  void whatIsReadIsFoundInAttachmentsTooAndWithoutEscapes() {
    String attachments =
        """
        [{"id":1,"fallback":"[no preview available]","title":"Alarm","color":"#f00",
          "fields":[{"title":"Host","value":"marzipan-7 &lt;eu&gt;"}],
          "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"disk &amp; oven"}}],
          "actions":[{"type":"button","text":"Mute","value":"hidden-nougat"}]}]
        """;
    MessageContent content = new MessageContent("B&amp;B is down", null, attachments, null, null);
    var _ = core.messages.post(acme, open, bob, UUID.randomUUID(), content, null);

    for (String query : List.of("b&b", "alarm", "\"marzipan-7 <eu>\"", "\"disk & oven\"", "mute")) {
      assertThat(find(alice, query)).as(query).containsExactly("B&amp;B is down");
    }
    for (String query : List.of("nougat", "preview", "f00", "amp", "section")) {
      assertThat(find(alice, query)).as(query).isEmpty();
    }
  }

  @Test
  void aQueryIsBounded() {
    String many = "-x ".repeat(SearchQuery.MAX_TERMS + 1);
    String long_ = "x".repeat(SearchQuery.MAX_LENGTH + 1);

    for (String query : List.of(many, long_)) {
      assertThatThrownBy(() -> find(alice, query))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_arguments"));
    }
    assertThat(find(alice, "-x ".repeat(SearchQuery.MAX_TERMS - 1) + "kitchen")).hasSize(1);
  }
}
