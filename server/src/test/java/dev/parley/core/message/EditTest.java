package dev.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.ChannelId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Edits of one message that meet.
final class EditTest extends AcmeTest {
  private static final int OFTEN = 100;

  EditTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  @Test
  void anEditOfTheTextKeepsTheAttachmentsThatCameAtThatMoment() throws Exception {
    ChannelId channel = core.newChannel(acme, "meeting", alice);
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < OFTEN; i++) {
        MessageTarget target =
            new MessageTarget(acme, channel, core.post(acme, channel, alice, "draft").ts());
        String attachments = "[{\"text\":\"" + i + "\"}]";
        MessageContent attaching = MessageContent.text("draft").withAttachments(attachments);
        Future<?> attached = other.submit(() -> core.messages.edit(target, alice, attaching));
        var _ = core.messages.edit(target, alice, "said");
        var _ = attached.get(10, TimeUnit.SECONDS);

        assertThat(attachments(target)).isEqualTo(attachments);
      }
    }
  }

  private @Nullable String attachments(MessageTarget target) {
    MessageView message =
        core.tenants
            .read(
                acme,
                handle ->
                    core.messageReader.some(handle, acme, target.channel(), Set.of(target.ts())))
            .get(target.ts());
    return message == null ? null : message.content().attachments();
  }
}
