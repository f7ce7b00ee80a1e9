package dev.parley.app.wiring;

import dev.parley.core.backfill.BackfillReader;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.message.EphemeralService;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.MessageService;
import dev.parley.core.reaction.ReactionService;
import dev.parley.core.thread.ThreadService;
import dev.parley.core.user.UserService;
import dev.parley.core.usergroup.UsergroupService;
import dev.parley.fanout.Broker;
import dev.parley.storage.outbox.OutboxPublisher;
import dev.parley.storage.outbox.OutboxRelay;
import dev.parley.storage.writer.ClockGuard;
import dev.parley.storage.writer.CommitConfig;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.WriterDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/// The rules of the chat and the way from their commits to the broker.
record CoreWiring(
    OutboxPublisher publisher,
    CommitLoop commits,
    OutboxRelay relay,
    ConversationReader conversations,
    MessageReader messageReader,
    BackfillReader events,
    UserService users,
    ChannelService channels,
    MembershipService memberships,
    MessageService messages,
    EphemeralService ephemerals,
    ThreadService threads,
    ReactionService reactions,
    UsergroupService usergroups)
    implements AutoCloseable {

  static CoreWiring start(StorageWiring storage, Broker broker, MeterRegistry meters, Clock clock) {
    return start(storage, broker, storage.lease(), meters, clock);
  }

  /// @param dates decides what messages are dated with
  static CoreWiring start(
      StorageWiring storage, Broker broker, ClockGuard dates, MeterRegistry meters, Clock clock) {
    OutboxPublisher publisher = new OutboxPublisher(broker, meters);
    ConversationReader conversations = new ConversationReader(storage.keys());
    MessageReader messageReader = new MessageReader(storage.keys());
    CommitLoop commits =
        new CommitLoop(
            new WriterDatabase(storage.databases(), storage.epoch()::check),
            storage.ids(),
            CommitConfig.DEFAULT,
            ChatRules.kinds(storage.keys(), conversations, storage.ids()),
            publisher,
            dates,
            meters);
    UserService users = new UserService(storage.tenants(), commits, storage.ids(), storage.keys());
    BackfillReader events =
        new BackfillReader(
            storage.tenants(),
            ChatRules.encoders(storage.keys(), messageReader, conversations),
            storage.epoch()::epoch);
    ChannelService channels = new ChannelService(commits, storage.ids(), conversations);
    return new CoreWiring(
        publisher,
        commits,
        new OutboxRelay(storage.databases().relay(), publisher, events, broker, meters),
        conversations,
        messageReader,
        events,
        users,
        channels,
        new MembershipService(storage.tenants(), commits, channels),
        new MessageService(storage.tenants(), commits, messageReader, channels),
        new EphemeralService(storage.tenants(), messageReader, channels, broker, clock),
        new ThreadService(storage.tenants(), commits, channels),
        new ReactionService(storage.tenants(), commits, channels),
        new UsergroupService(storage.tenants(), commits, storage.ids(), storage.keys()));
  }

  @Override
  public void close() {
    commits.close();
    relay.close();
    publisher.close();
  }
}
