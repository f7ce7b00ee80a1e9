package dev.parley.app.wiring;

import dev.parley.core.backfill.BackfillReader;
import dev.parley.core.channel.ChannelService;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.channel.CreateChannelKind;
import dev.parley.core.channel.OpenDirectKind;
import dev.parley.core.membership.AddMembersKind;
import dev.parley.core.membership.MarkKind;
import dev.parley.core.membership.MembershipService;
import dev.parley.core.membership.RemoveMemberKind;
import dev.parley.core.message.DeleteKind;
import dev.parley.core.message.EditKind;
import dev.parley.core.message.MessageReader;
import dev.parley.core.message.MessageService;
import dev.parley.core.message.PostKind;
import dev.parley.core.user.CreateUserKind;
import dev.parley.core.user.UserService;
import dev.parley.fanout.Broker;
import dev.parley.storage.outbox.OutboxPublisher;
import dev.parley.storage.outbox.OutboxRelay;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.CommitConfig;
import dev.parley.storage.writer.CommitLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

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
    MessageService messages)
    implements AutoCloseable {

  static CoreWiring start(StorageWiring storage, Broker broker, MeterRegistry meters) {
    OutboxPublisher publisher = new OutboxPublisher(broker, meters);
    ConversationReader conversations = new ConversationReader(storage.keys());
    MessageReader messageReader = new MessageReader(storage.keys());
    CommitLoop commits =
        new CommitLoop(
            storage.databases(),
            storage.ids(),
            CommitConfig.DEFAULT,
            kinds(storage, conversations),
            publisher,
            storage.lease(),
            meters);
    UserService users = new UserService(storage.tenants(), commits, storage.ids(), storage.keys());
    BackfillReader events =
        new BackfillReader(
            storage.tenants(), messageReader, conversations, users::views, storage.epoch()::epoch);
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
        new MessageService(storage.tenants(), commits, messageReader, channels));
  }

  private static List<ChangeKind<?, ?>> kinds(
      StorageWiring storage, ConversationReader conversations) {
    return List.of(
        new PostKind(storage.keys()),
        new EditKind(storage.keys()),
        new DeleteKind(),
        new CreateChannelKind(),
        new OpenDirectKind(),
        new AddMembersKind(conversations),
        new RemoveMemberKind(),
        new MarkKind(),
        new CreateUserKind());
  }

  @Override
  public void close() {
    commits.close();
    relay.close();
    publisher.close();
  }
}
