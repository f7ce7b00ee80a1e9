package dev.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.ChannelId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.util.ArrayList;
import java.util.List;
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
  private static final int MANY = 120;

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

  @Test
  void ofManyEditsAtOnceNoneIsRefused() throws Exception {
    ChannelId channel = core.newChannel(acme, "progress", alice);
    MessageTarget target =
        new MessageTarget(acme, channel, core.post(acme, channel, alice, "0 %").ts());
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        String text = i + " %";
        all.add(workers.submit(() -> core.messages.edit(target, alice, text)));
      }
      for (Future<?> each : all) {
        var _ = each.get(20, TimeUnit.SECONDS);
      }
    }

    assertThat(message(target)).extracting(MessageView::revision).isEqualTo(MANY);
  }

  private @Nullable String attachments(MessageTarget target) {
    MessageView message = message(target);
    return message == null ? null : message.content().attachments();
  }

  private @Nullable MessageView message(MessageTarget target) {
    return core.tenants
        .read(
            acme,
            handle -> core.messageReader.some(handle, acme, target.channel(), Set.of(target.ts())))
        .get(target.ts());
  }
}
