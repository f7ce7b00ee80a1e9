package dev.parley.storage.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.message.Mentions;
import dev.parley.core.message.Post;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.testkit.CoreFixture;
import dev.parley.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("store")
@ExtendWith(TestPostgres.class)
final class CommitLoopTest {

  private static Post post(WorkspaceId workspace, ChannelId channel, UserId author, String text) {
    return Post.topLevel(
        workspace, channel, author, UUID.randomUUID(), MessageContent.text(text), Mentions.NONE);
  }

  @Test
  void connectionsCutAtAnyMomentLoseAndDoubleNothing(TestPostgres.Cluster cluster)
      throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId acme = core.newWorkspace();
      UserId alice = core.newUser(acme, "alice");
      ChannelId channel = core.newChannel(acme, "general", alice);

      List<CompletableFuture<Post.Posted>> posted = new ArrayList<>();
      try (Connection admin =
              DriverManager.getConnection(
                  core.address.jdbcUrl(), core.address.user(), core.address.password());
          Statement statement = admin.createStatement()) {
        for (int i = 0; i < 3_000; i++) {
          posted.add(core.commits.submit(post(acme, channel, alice, "post " + i)));
          if (i % 100 == 50) {
            statement.execute(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where usename = 'parley_writer' and datname = current_database()
                """);
            posted.getLast().get(20, TimeUnit.SECONDS);
          }
        }
      }
      for (CompletableFuture<Post.Posted> future : posted) {
        var _ = future.get(30, TimeUnit.SECONDS);
      }
      List<String> texts =
          core
              .tenants
              .read(acme, h -> core.messageReader.channel(h, acme, channel).newest(5_000))
              .messages()
              .stream()
              .map(message -> message.text())
              .toList();

      assertThat(texts)
          .containsExactlyElementsOf(IntStream.range(0, 3_000).mapToObj(i -> "post " + i).toList());
    }
  }

  @Test
  void oneBadChangeFailsAloneInItsBatch(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId acme = core.newWorkspace();
      UserId alice = core.newUser(acme, "alice");
      ChannelId channel = core.newChannel(acme, "general", alice);
      WorkspaceId keyless = core.newWorkspace();
      UserId bob = core.newUser(keyless, "bob");
      ChannelId sealedOff = core.newChannel(keyless, "general", bob);
      core.keys.destroy(keyless);

      List<CompletableFuture<Post.Posted>> good = new ArrayList<>();
      CompletableFuture<Post.Posted> bad = new CompletableFuture<>();
      for (int i = 0; i < 100; i++) {
        good.add(core.commits.submit(post(acme, channel, alice, "post " + i)));
        if (i == 50) {
          bad = core.commits.submit(post(keyless, sealedOff, bob, "cannot be sealed"));
        }
      }
      for (CompletableFuture<Post.Posted> future : good) {
        assertThat(future.get(10, TimeUnit.SECONDS).message()).isNotNull();
      }

      CompletableFuture<Post.Posted> failed = bad;
      assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
          .hasRootCauseMessage("no keyset " + keyless + "-aead");
    }
  }

  @Test
  void aDatabaseClockThatIsWrongRefusesPosts(TestPostgres.Cluster cluster) throws Exception {
    boolean[] trusted = {true};
    try (CoreFixture core = CoreFixture.start(cluster, _ -> trusted[0])) {
      WorkspaceId acme = core.newWorkspace();
      UserId alice = core.newUser(acme, "alice");
      ChannelId channel = core.newChannel(acme, "general", alice);
      trusted[0] = false;

      assertThatThrownBy(() -> core.post(acme, channel, alice, "from the future"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("clock_skew"));
    }
  }

  @Test
  void whatTheOutboxHoldsAfterACrashIsRelayed(TestPostgres.Cluster cluster) throws Exception {
    try (CoreFixture core = CoreFixture.start(cluster)) {
      WorkspaceId acme = core.newWorkspace();
      UserId alice = core.newUser(acme, "alice");
      ChannelId channel = core.newChannel(acme, "general", alice);
      List<Long> offsets = new java.util.concurrent.CopyOnWriteArrayList<>();
      core.publisher.close();

      try (var _ =
          core.broker.subscribe(
              dev.parley.kernel.StreamKey.of(acme, channel),
              signal -> {
                if (signal instanceof dev.parley.fanout.Signal.Event event) {
                  offsets.add(event.publication().offset());
                }
              })) {
        try (CoreFixture doomed = core.secondNode()) {
          doomed.publisher.close();
          doomed.relay.close();
          var _ = doomed.post(acme, channel, alice, "committed, never published");
        }
        dev.parley.testkit.Eventually.holds(() -> assertThat(offsets).isNotEmpty());
      }
    }
  }
}
